package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * An account's state as its latest entry left it: what the rules decide on and a store keeps.
 *
 * <p>Lots that are due to expire still count here until an entry says so; {@link Balance} never shows them.
 *
 * @param id whose account
 * @param balance the tokens of all its open lots
 * @param sequence the number of its latest entry, 0 before the first
 * @param head the hash of its latest entry, {@link Digest#ZERO} before the first
 * @param lastEntryAt when its latest entry was booked, {@link Instant#EPOCH} before the first
 * @param lots its open lots by number
 */
public record Account(AccountId id, long balance, long sequence, Digest head, Instant lastEntryAt, List<Lot> lots) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public Account {
        Checks.range("balance", balance, 0, LedgerLimits.MAX_BALANCE);
        Checks.range("sequence", sequence, 0, Long.MAX_VALUE);
        lastEntryAt = Checks.time("lastEntryAt", lastEntryAt);
        lots = lots.stream().sorted(Comparator.comparingLong(Lot::number)).toList();
    }

    /** {@return the account before its first entry} */
    public static Account unused(AccountId id) {
        return new Account(id, 0, 0, Digest.ZERO, Instant.EPOCH, List.of());
    }
}
