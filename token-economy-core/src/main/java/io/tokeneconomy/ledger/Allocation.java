package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;

/**
 * How much of an entry went into or came out of one lot.
 *
 * @param lot the lot's number
 * @param amount the tokens, always positive; the entry's type says in which direction
 */
public record Allocation(long lot, long amount) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public Allocation {
        Checks.range("lot", lot, 1, Long.MAX_VALUE);
        Checks.range("allocation", amount, 1, LedgerLimits.MAX_BALANCE);
    }
}
