package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an entry.
 *
 * @param type what happened
 * @param amount the change of the balance: positive for tokens in, negative for tokens out, never 0
 * @param balanceAfter the account's balance once the entry is booked
 * @param terms the terms of the lot that the entry opened; null when it opened none
 * @param allocations which lots the tokens went into or came out of; they add up to the amount
 */
public record Movement(
        EntryType type,
        long amount,
        long balanceAfter,
        @Nullable LotTerms terms,
        List<Allocation> allocations) {

    /** @throws InvalidValueException when the sign of the amount does not fit the type */
    public Movement {
        if (Long.signum(amount) != type.sign()) {
            throw new InvalidValueException("amount", amount, "the sign of a " + type);
        }
        allocations = List.copyOf(allocations);
    }
}
