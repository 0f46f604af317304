package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.List;

/**
 * Gives tokens again that a clawback took, as a new lot under the terms of the first one, but without end when they
 * were paid for and the first one's time is over: other tokens were taken in their place. They pay debts first.
 *
 * <p>It does not count what clawbacks took and earlier reinstatements gave: that is for the caller to know. Refunds and
 * disputes of purchases are counted on their order, see {@link io.tokeneconomy.order.Reversal}.
 *
 * @param account whose tokens
 * @param source the key of the credit that was taken back
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param details what the host says about it
 */
public record Reinstatement(AccountId account, IdempotencyKey source, long amount, IdempotencyKey key, Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Reinstatement {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    @Override
    public List<IdempotencyKey> keys() {
        return List.of(key, source);
    }
}
