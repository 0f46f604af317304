package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;

/**
 * A correction by a person: adds free tokens that never expire, or takes available tokens in {@link Lot#BURN_ORDER}.
 *
 * @param account whose tokens
 * @param amount the tokens, positive or negative, at most {@value LedgerLimits#MAX_AMOUNT} either way, not 0
 * @param key the operation's permanent key
 * @param audit who did it, and why
 */
public record Adjustment(AccountId account, long amount, IdempotencyKey key, Audit audit) implements Operation {

    /** @throws InvalidValueException when the amount is 0 or out of range */
    public Adjustment {
        Checks.range("amount", amount, -LedgerLimits.MAX_AMOUNT, LedgerLimits.MAX_AMOUNT);
        if (amount == 0) {
            throw new InvalidValueException("amount", amount, "not 0");
        }
    }

    @Override
    public Details details() {
        return audit.details();
    }
}
