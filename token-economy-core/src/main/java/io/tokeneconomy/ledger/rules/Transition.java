package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account that an entry leads to: the one place where effects become state. Booking and verification share it, so
 * that an account's state always is what its history says.
 */
final class Transition {

    private final Account before;
    private final LedgerEntry entry;
    private final Effects effects;

    private Transition(Account before, LedgerEntry entry) {
        this.before = before;
        this.entry = entry;
        this.effects = entry.movement().effects();
    }

    /** @throws IllegalArgumentException when the entry does not fit the account */
    static Account apply(Account before, LedgerEntry entry) {
        return new Transition(before, entry).after();
    }

    private Account after() {
        AccountSettings settings = effects.settings() == null ? before.settings() : effects.settings();
        return new Account(
                before.id(),
                before.salt(),
                new ChainTip(entry.sequence(), entry.seal().hash(), entry.at()),
                entry.movement().after(),
                lots(),
                holds(),
                settings,
                Counting.after(before, entry, settings));
    }

    private List<Lot> lots() {
        List<Lot> lots = new ArrayList<>(before.lots());
        for (Allocation allocation : effects.lots()) {
            change(lots, allocation, opened(allocation));
        }
        return lots;
    }

    /** The lot that an allocation may open: the entry's own, or one that was used up but for what a hold has of it. */
    private @Nullable Lot opened(Allocation allocation) {
        LotTerms terms = effects.terms();
        if (terms != null && allocation.lot() == entry.sequence()) {
            return new Lot(entry.sequence(), entry.amount(), entry.amount(), terms);
        }
        HoldChange change = effects.hold();
        return change == null || entry.type() == EntryType.HOLD
                ? null
                : find(hold(change.hold()).parts(), allocation.lot());
    }

    private List<Hold> holds() {
        HoldChange change = effects.hold();
        if (change == null) {
            return before.holds();
        }
        List<Hold> holds = new ArrayList<>(before.holds());
        if (entry.type() == EntryType.HOLD) {
            holds.add(placed(change));
            return holds;
        }
        Hold hold = hold(change.hold());
        List<Lot> parts = new ArrayList<>(hold.parts());
        change.parts().forEach(allocation -> change(parts, allocation, null));
        int index = holds.indexOf(hold);
        if (parts.isEmpty()) {
            holds.remove(index);
        } else {
            Instant expiresAt = change.expiresAt() == null ? hold.expiresAt() : change.expiresAt();
            holds.set(index, new Hold(hold.number(), hold.key(), hold.placedAt(), expiresAt, hold.member(), parts));
        }
        return holds;
    }

    private Hold placed(HoldChange change) {
        Instant expiresAt = change.expiresAt();
        if (change.hold() != entry.sequence() || expiresAt == null) {
            throw new IllegalArgumentException("it places a hold that is not its own");
        }
        List<Lot> parts = new ArrayList<>();
        for (Allocation allocation : change.parts()) {
            change(parts, allocation, find(before.lots(), allocation.lot()));
        }
        return new Hold(change.hold(), entry.key(), entry.at(), expiresAt, effects.member(), parts);
    }

    private Hold hold(long number) {
        return before.holds().stream()
                .filter(hold -> hold.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it changes hold " + number + ", which is not open"));
    }

    private static void change(List<Lot> lots, Allocation allocation, @Nullable Lot template) {
        Lot lot = find(lots, allocation.lot());
        long remaining = Math.addExact(lot == null ? 0 : lot.remaining(), allocation.amount());
        Lot pattern = lot == null ? template : lot;
        if (pattern == null || remaining < 0 || remaining > pattern.granted()) {
            throw new IllegalArgumentException("it takes more from a lot than is left, or puts more into it than was");
        }
        if (lot != null) {
            lots.remove(lot);
        }
        if (remaining > 0) {
            lots.add(new Lot(pattern.number(), pattern.granted(), remaining, pattern.terms()));
        }
    }

    private static @Nullable Lot find(List<Lot> lots, long number) {
        for (Lot lot : lots) {
            if (lot.number() == number) {
                return lot;
            }
        }
        return null;
    }
}
