package io.tokeneconomy.ledger;

import java.time.Duration;

/**
 * A charge, seen by the work it pays for. Thread-safe; of no use once the work has returned or thrown, then its methods
 * throw {@link IllegalStateException}.
 */
public interface ChargeContext {

    /** {@return the charge that was asked for} */
    Charge charge();

    /**
     * {@return 1 when the key's work runs for the first time, 2 for the second, and so on} From 2 on an earlier run failed,
     * or its process died, perhaps after the work was done: look for its result before doing it again.
     */
    int attempt();

    /**
     * Says what the work costs in the end, instead of {@link Charge#cost}. The last call counts; nothing is booked before
     * the work returns. What exceeds the tokens set aside is taken from the account's other tokens and its overdraft.
     *
     * @param tokens 0 to {@value LedgerLimits#MAX_AMOUNT}; 0 gives all tokens back, and the charge still counts as done
     * @throws io.tokeneconomy.error.InvalidValueException when the number is out of range
     */
    default void settle(long tokens) {
        settle(tokens, charge().details());
    }

    /**
     * Like {@link #settle(long)}, with other details in the entry that takes the tokens.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the number is out of range
     */
    void settle(long tokens, Details details);

    /**
     * Says that the work is paid for as metered use, exactly as a {@link MeteredSpend} would be: the part of a token that
     * it does not fill is carried to the meter's next use.
     *
     * @param meter the meter's name
     * @param units what was used, 1 to {@value LedgerLimits#MAX_AMOUNT}
     * @param rate what it costs
     * @param details what the entry that takes the tokens says
     * @throws io.tokeneconomy.error.InvalidValueException when a name or a number is not allowed
     */
    void settleMetered(String meter, long units, MeterRate rate, Details details);

    /**
     * Gives the tokens set aside more time (or less), for work that takes longer than thought.
     *
     * @param timeout after which time from now on they come back, at most {@link LedgerLimits#MAX_HOLD_TIME}
     * @return {@link Outcome.HoldNotOpen} when they came back already
     * @throws io.tokeneconomy.error.InvalidValueException when the timeout is out of range
     */
    Outcome extend(Duration timeout);
}
