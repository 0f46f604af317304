package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Settlement;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was due by itself at a time between two bookings.
 *
 * <p>Whatever an operation books, it books first all that is due by then. So everything that was due at a time stands
 * directly behind the last entry before that time, in one run, together with what came due between that time and the
 * booking. From this run the lots and holds are put together as they were, and settled by the rules for that time.
 */
final class DueThen {

    private static final int RUN_PAGE = 100;
    private static final int SEARCH_PAGE = 1_000;

    private final History history;
    private final Map<Long, LedgerEntry> openings = new HashMap<>();

    DueThen(History history) {
        this.history = history;
    }

    /**
     * {@return what was due at that time} Its account has right totals, but only those lots and holds that were due.
     *
     * @param last the last entry at that time or before; not the account's last
     */
    Settlement at(LedgerEntry last, Instant time) {
        List<LedgerEntry> run = runAfter(last);
        Account then = new Account(
                last.account(),
                Digest.ZERO,
                new ChainTip(last.sequence(), last.seal().hash(), last.at()),
                last.movement().after(),
                lots(run),
                holds(run, last),
                AccountSettings.DEFAULT,
                Counters.NONE);
        return LedgerRules.settle(then, time);
    }

    private List<LedgerEntry> runAfter(LedgerEntry last) {
        List<LedgerEntry> run = new ArrayList<>();
        List<LedgerEntry> page;
        long sequence = last.sequence();
        do {
            page = history.after(sequence, RUN_PAGE);
            for (LedgerEntry entry : page) {
                if (!isByItself(entry)
                        || (!run.isEmpty() && !entry.at().equals(run.get(0).at()))) {
                    return run;
                }
                run.add(entry);
                sequence = entry.sequence();
            }
        } while (page.size() == RUN_PAGE);
        return run;
    }

    private static boolean isByItself(LedgerEntry entry) {
        return entry.type() == EntryType.EXPIRE || entry.type() == EntryType.TIMEOUT;
    }

    /** What expired, less what came back into it from holds just before. */
    private List<Lot> lots(List<LedgerEntry> run) {
        Map<Long, Long> expired = new TreeMap<>();
        for (LedgerEntry entry : run) {
            for (Allocation allocation : entry.movement().effects().lots()) {
                expired.merge(allocation.lot(), -allocation.amount(), Long::sum);
            }
        }
        return expired.entrySet().stream()
                .filter(lot -> lot.getValue() > 0)
                .map(lot -> lot(lot.getKey(), lot.getValue()))
                .toList();
    }

    private List<Hold> holds(List<LedgerEntry> run, LedgerEntry last) {
        Map<Long, List<Lot>> parts = new TreeMap<>();
        for (LedgerEntry entry : run) {
            HoldChange change = entry.movement().effects().hold();
            if (change != null) {
                parts.put(
                        change.hold(),
                        change.parts().stream()
                                .map(part -> lot(part.lot(), -part.amount()))
                                .toList());
            }
        }
        Map<Long, Instant> ends = ends(List.copyOf(parts.keySet()), last);
        List<Hold> holds = new ArrayList<>();
        parts.forEach((number, lots) -> {
            LedgerEntry placed = opening(number);
            Instant end = Objects.requireNonNull(ends.get(number));
            holds.add(new Hold(number, placed.key(), placed.at(), end, null, lots));
        });
        return holds;
    }

    /** A hold may have been given another time since it was placed: its latest entry that names a time counts. */
    private Map<Long, Instant> ends(List<Long> holds, LedgerEntry last) {
        Map<Long, Instant> ends = new HashMap<>();
        long sequence = last.sequence() + 1;
        while (ends.size() < holds.size()) {
            int limit = (int) Math.max(1, Math.min(SEARCH_PAGE, sequence - holds.get(0)));
            List<LedgerEntry> page = history.before(sequence, limit);
            if (page.isEmpty() || sequence <= holds.get(0)) {
                throw StoreException.broken("a hold of account " + last.account() + " was never placed", null);
            }
            for (LedgerEntry entry : page) {
                HoldChange change = entry.movement().effects().hold();
                if (change != null && change.expiresAt() != null && holds.contains(change.hold())) {
                    ends.putIfAbsent(change.hold(), change.expiresAt());
                }
                sequence = entry.sequence();
            }
        }
        return ends;
    }

    private Lot lot(long number, long remaining) {
        LedgerEntry opening = opening(number);
        LotTerms terms = Objects.requireNonNull(opening.movement().effects().terms());
        return new Lot(number, opening.amount(), remaining, terms);
    }

    private LedgerEntry opening(long number) {
        return openings.computeIfAbsent(number, history::entry);
    }
}
