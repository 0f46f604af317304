package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;

/**
 * How an entry changes what one lot holds.
 *
 * @param lot the lot's number
 * @param amount the tokens: positive when they go in, negative when they come out, never 0
 */
public record Allocation(long lot, long amount) {

    /** @throws InvalidValueException when a number is out of range */
    public Allocation {
        Checks.range("lot", lot, 1, Long.MAX_VALUE);
        Checks.range("allocation", amount, -LedgerLimits.MAX_BALANCE, LedgerLimits.MAX_BALANCE);
        if (amount == 0) {
            throw new InvalidValueException("allocation", amount, "not 0");
        }
    }
}
