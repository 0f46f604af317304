package io.tokeneconomy.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account's state as its latest entry left it: what the rules decide on and a store keeps.
 *
 * <p>Lots and holds whose time has come still count here until an entry says so; {@link Balance} never shows them.
 *
 * @param id whose account
 * @param salt random, drawn for its first entry: hides whose account it is from everybody who only has the hashes.
 *     {@link Digest#ZERO} before the first entry, and once the account is erased
 * @param tip its latest entry
 * @param totals what it adds up to
 * @param lots its open lots by number
 * @param holds its open holds by number
 * @param settings what holds for it
 * @param counters what it counts between entries
 */
public record Account(
        AccountId id,
        Digest salt,
        ChainTip tip,
        Totals totals,
        List<Lot> lots,
        List<Hold> holds,
        AccountSettings settings,
        Counters counters) {

    /** Sorts and copies the lists. */
    public Account {
        lots = sorted(lots, Comparator.comparingLong(Lot::number));
        holds = sorted(holds, Comparator.comparingLong(Hold::number));
    }

    /** {@return the account before its first entry} */
    public static Account unused(AccountId id) {
        return new Account(
                id,
                Digest.ZERO,
                ChainTip.START,
                Totals.ZERO,
                List.of(),
                List.of(),
                AccountSettings.DEFAULT,
                Counters.NONE);
    }

    /** {@return this account with another salt} */
    public Account withSalt(Digest newSalt) {
        return new Account(id, newSalt, tip, totals, lots, holds, settings, counters);
    }

    /** {@return the settled balance: the sum of all entries} */
    public long balance() {
        return totals.settled();
    }

    /** {@return the number of its latest entry, 0 before the first} */
    public long sequence() {
        return tip.sequence();
    }

    /** {@return the hash of its latest entry, {@link Digest#ZERO} before the first} */
    public Digest head() {
        return tip.head();
    }

    /** {@return when its latest entry was booked, {@link Instant#EPOCH} before the first} */
    public Instant lastEntryAt() {
        return tip.at();
    }

    /** {@return the open hold that was placed under that key} */
    public Optional<Hold> hold(IdempotencyKey key) {
        return holds.stream().filter(hold -> hold.key().equals(key)).findFirst();
    }

    /** {@return when its next lot expires or its next hold times out; empty when nothing is due ever} */
    public Optional<Instant> dueAt() {
        Instant due = null;
        for (Lot lot : lots) {
            due = earlier(due, lot.terms().expiresAt());
        }
        for (Hold hold : holds) {
            due = earlier(due, hold.expiresAt());
        }
        return Optional.ofNullable(due);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        if (list.size() < 2) {
            return List.copyOf(list);
        }
        List<T> copy = new ArrayList<>(list);
        copy.sort(order);
        return Collections.unmodifiableList(copy);
    }
}
