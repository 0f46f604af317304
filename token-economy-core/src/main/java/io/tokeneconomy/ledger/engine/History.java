package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One account's entries, found by their place and by their time. */
public final class History {

    private final LedgerStore store;
    private final AccountId account;

    /**
     * @param store where the entries are
     * @param account whose entries
     */
    public History(LedgerStore store, AccountId account) {
        this.store = store;
        this.account = account;
    }

    /**
     * {@return the entry with that number}
     *
     * @throws StoreException when there is none, though there must be one
     */
    public LedgerEntry entry(long sequence) {
        return find(sequence)
                .orElseThrow(() ->
                        StoreException.broken("entry " + sequence + " of account " + account + " is missing", null));
    }

    /** {@return the entry with that number, if there is one} */
    public Optional<LedgerEntry> find(long sequence) {
        return after(sequence - 1, 1).stream()
                .filter(entry -> entry.sequence() == sequence)
                .findFirst();
    }

    /**
     * {@return the last entry booked at that time or before} Times never step back within a history, so halving it again
     * and again finds the place.
     *
     * @param last the number of the last entry to look at
     */
    public Optional<LedgerEntry> lastBy(Instant time, long last) {
        Optional<LedgerEntry> found = Optional.empty();
        long before = 0;
        long after = last + 1;
        while (after - before > 1) {
            long middle = before + (after - before) / 2;
            LedgerEntry entry = entry(middle);
            if (entry.at().isAfter(time)) {
                after = middle;
            } else {
                before = middle;
                found = Optional.of(entry);
            }
        }
        return found;
    }

    /** {@return the next entries, oldest first} */
    public List<LedgerEntry> after(long sequence, int limit) {
        return store.entries(EntryQuery.after(account, sequence, limit)).items();
    }

    /** {@return the entries before, newest first} */
    public List<LedgerEntry> before(long sequence, int limit) {
        return store.entries(EntryQuery.before(account, sequence, limit)).items();
    }
}
