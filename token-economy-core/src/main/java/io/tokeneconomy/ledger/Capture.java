package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;

/**
 * Uses tokens of a hold. By default the hold is closed: what is not captured goes back to its lots.
 *
 * @param account whose hold
 * @param hold the key that placed the hold
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param keepsRest whether the hold stays open with what is left, for further captures
 * @param mayExceed whether more than the hold has may be captured; the rest is then spent from the account's other
 *     tokens and its overdraft, and everything is refused when they do not suffice
 * @param details what the host says about it
 */
public record Capture(
        AccountId account,
        IdempotencyKey hold,
        long amount,
        IdempotencyKey key,
        boolean keepsRest,
        boolean mayExceed,
        Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Capture {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    /** {@return a capture that closes the hold and may not exceed it} */
    public static Capture of(AccountId account, IdempotencyKey hold, long amount, IdempotencyKey key) {
        return new Capture(account, hold, amount, key, false, false, Details.NONE);
    }

    /** {@return this capture, the hold left open with what remains} */
    public Capture keepingRest() {
        return new Capture(account, hold, amount, key, true, mayExceed, details);
    }

    /** {@return this capture, allowed to take more than the hold has} */
    public Capture exceeding() {
        return new Capture(account, hold, amount, key, keepsRest, true, details);
    }

    /** {@return this capture with other details} */
    public Capture withDetails(Details newDetails) {
        return new Capture(account, hold, amount, key, keepsRest, mayExceed, newDetails);
    }
}
