package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;

/**
 * The numbers of an entry.
 *
 * @param type what happened
 * @param amount the change of the settled balance: positive for tokens in, negative for tokens out, 0 for entries that
 *     only set tokens aside or change an account's settings
 * @param after what the account adds up to once the entry is booked
 * @param effects everything else that it changed
 */
public record Movement(EntryType type, long amount, Totals after, Effects effects) {

    /** @throws InvalidValueException when the sign of the amount does not fit the type */
    public Movement {
        if (!type.allows(amount)) {
            throw new InvalidValueException("amount", amount, type.allowed());
        }
    }

    /** {@return the settled balance once the entry is booked} */
    public long balanceAfter() {
        return after.settled();
    }
}
