package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a history, read either way. */
final class StatementReader {

    /** In a history not longer than this a store finds times by looking at every entry. */
    private static final long SHORT = 1_000;

    private final LedgerStore store;
    private final StatementQuery query;

    /** Only entries after this one. */
    private long from;

    /** Only entries up to this one. */
    private long until = Long.MAX_VALUE;

    private EntryFilter filter;

    StatementReader(LedgerStore store, StatementQuery query) {
        this.store = store;
        this.query = query;
        this.filter = query.filter();
    }

    Statement read() {
        if (filter.from() != null || filter.until() != null) {
            turnTimesIntoPlaces();
        }
        StatementCursor cursor = query.cursor();
        return cursor != null && cursor.newer() ? newer(cursor) : older(cursor);
    }

    /** A store that looks for a time alone would read all the entries between the cursor and that time. */
    private void turnTimesIntoPlaces() {
        Account state = store.read(Scope.NOTHING.account(query.account())).account(query.account());
        if (state.sequence() <= SHORT) {
            return;
        }
        if (filter.from() != null) {
            from = lastBefore(filter.from(), state);
        }
        if (filter.until() != null) {
            long last = lastBefore(filter.until(), state);
            until = last == state.sequence() ? Long.MAX_VALUE : last;
        }
        boolean open = until == Long.MAX_VALUE;
        filter = filter.between(null, open ? filter.until() : null);
    }

    private long lastBefore(Instant time, Account state) {
        if (time.equals(Instant.EPOCH)) {
            return 0;
        }
        return new History(store, query.account())
                .lastBy(time.minus(1, ChronoUnit.MICROS), state.sequence())
                .map(LedgerEntry::sequence)
                .orElse(0L);
    }

    private Statement older(@Nullable StatementCursor cursor) {
        long beyond = cursor == null ? Long.MAX_VALUE : cursor.sequence();
        List<LedgerEntry> found = page(true, until == Long.MAX_VALUE ? beyond : Math.min(beyond, until + 1));
        List<LedgerEntry> entries = cut(found);
        StatementCursor next = found.size() > entries.size() ? StatementCursor.olderThan(lowest(entries)) : null;
        StatementCursor previous = cursor == null
                ? null
                : StatementCursor.newerThan(
                        entries.isEmpty() ? beyond - 1 : entries.get(0).sequence());
        return new Statement(entries, next, previous);
    }

    private Statement newer(StatementCursor cursor) {
        List<LedgerEntry> found = page(false, Math.max(cursor.sequence(), from));
        List<LedgerEntry> entries = new ArrayList<>(cut(found));
        Collections.reverse(entries);
        StatementCursor previous = found.size() > entries.size()
                ? StatementCursor.newerThan(entries.get(0).sequence())
                : null;
        long olderThan =
                entries.isEmpty() ? Math.min(cursor.sequence() + 1, StatementCursor.MAX_SEQUENCE) : lowest(entries);
        return new Statement(entries, olderThan > 1 ? StatementCursor.olderThan(olderThan) : null, previous);
    }

    /** One entry more than asked for tells that there is another page. */
    private List<LedgerEntry> page(boolean newestFirst, long beyond) {
        EntryQuery entries =
                new EntryQuery(query.account(), filter, newestFirst, Math.max(beyond, 0), query.limit() + 1);
        return store.entries(entries).items().stream()
                .filter(entry -> entry.sequence() > from && entry.sequence() <= until)
                .toList();
    }

    private List<LedgerEntry> cut(List<LedgerEntry> found) {
        return found.size() > query.limit() ? found.subList(0, query.limit()) : found;
    }

    private static long lowest(List<LedgerEntry> newestFirst) {
        return newestFirst.get(newestFirst.size() - 1).sequence();
    }
}
