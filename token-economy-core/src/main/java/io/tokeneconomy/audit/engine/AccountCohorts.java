package io.tokeneconomy.audit.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.engine.History;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Settlement;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of one account's lots, by the month that opened them. A lot has the number of its entry, so the first entry
 * of each month is enough to tell which month a lot is of.
 */
final class AccountCohorts {

    private static final int PAGE = 500;

    private final History history;
    private final Account state;
    private final CohortSums sums;
    private final TreeMap<Long, YearMonth> months = new TreeMap<>();

    AccountCohorts(LedgerStore store, Account state, CohortSums sums) {
        this.history = new History(store, state.id());
        this.state = state;
        this.sums = sums;
    }

    void run(Instant begin, Instant now) {
        if (state.lastEntryAt().isBefore(begin)) {
            return;
        }
        long sequence = begin.equals(Instant.EPOCH) ? 0 : lastBefore(begin);
        while (sequence < state.sequence()) {
            List<LedgerEntry> page = history.after(sequence, (int) Math.min(PAGE, state.sequence() - sequence));
            if (page.isEmpty()) {
                throw StoreException.broken(
                        "entry " + (sequence + 1) + " of account " + state.id() + " is missing", null);
            }
            page.forEach(this::take);
            sequence = page.get(page.size() - 1).sequence();
        }
        Settlement due = LedgerRules.settle(state, now);
        due.entries().forEach(this::takeChanges);
        remaining(due.account());
    }

    private long lastBefore(Instant begin) {
        return history.lastBy(begin.minus(1, ChronoUnit.MICROS), state.sequence())
                .map(LedgerEntry::sequence)
                .orElse(0L);
    }

    private void take(LedgerEntry entry) {
        YearMonth month = YearMonth.from(entry.at().atOffset(ZoneOffset.UTC));
        if (months.isEmpty() || !months.lastEntry().getValue().equals(month)) {
            months.put(entry.sequence(), month);
        }
        takeChanges(entry);
    }

    /** What a new lot lacks from the first paid a debt: it was spent before it came. */
    private void takeChanges(LedgerEntry entry) {
        Effects effects = entry.movement().effects();
        Map<Long, Long> changes = new HashMap<>();
        effects.lots().forEach(allocation -> add(changes, allocation));
        if (effects.hold() != null) {
            effects.hold().parts().forEach(allocation -> add(changes, allocation));
        }
        if (effects.terms() != null) {
            YearMonth month = month(entry.sequence());
            Long opened = changes.remove(entry.sequence());
            sums.in(entry, month);
            sums.out(EntryType.SPEND, month, entry.amount() - (opened == null ? 0 : opened));
        }
        changes.forEach((lot, change) -> sums.out(entry.type(), month(lot), -change));
    }

    private void remaining(Account account) {
        account.lots().forEach(this::remaining);
        account.holds().stream().map(Hold::parts).forEach(parts -> parts.forEach(this::remaining));
    }

    private void remaining(Lot lot) {
        sums.left(month(lot.number()), lot.remaining());
    }

    /** The month of a lot; one before all of them for lots opened before the report begins. */
    private YearMonth month(long lot) {
        Map.Entry<Long, YearMonth> month = months.floorEntry(lot);
        return month == null ? CohortSums.BEFORE : month.getValue();
    }

    private static void add(Map<Long, Long> changes, Allocation allocation) {
        changes.merge(allocation.lot(), allocation.amount(), Long::sum);
    }
}
