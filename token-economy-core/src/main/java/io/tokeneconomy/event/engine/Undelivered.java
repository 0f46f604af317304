package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a subscriber was not told yet of an account. What is missing is damage, or an erasure under way: it is
 * neither passed over nor asked for again at once.
 */
final class Undelivered {

    private final LedgerStore store;
    private final int limit;

    /** @param limit most entries at a time */
    Undelivered(LedgerStore store, int limit) {
        this.store = store;
        this.limit = limit;
    }

    /**
     * {@return the next entries without a gap; empty when there are none}
     *
     * @throws StoreException when the next one must be there and is not
     */
    List<LedgerEntry> after(AccountId account, long delivered) {
        List<LedgerEntry> found = page(account, delivered);
        if (!found.isEmpty()) {
            return whole(account, delivered, found);
        }
        return last(account) <= delivered ? found : whole(account, delivered, page(account, delivered));
    }

    private static List<LedgerEntry> whole(AccountId account, long delivered, List<LedgerEntry> found) {
        List<LedgerEntry> whole = new ArrayList<>();
        for (LedgerEntry entry : found) {
            if (entry.sequence() != delivered + 1 + whole.size()) {
                break;
            }
            whole.add(entry);
        }
        if (whole.isEmpty()) {
            throw StoreException.broken("entry " + (delivered + 1) + " of account " + account + " is missing", null);
        }
        return whole;
    }

    private List<LedgerEntry> page(AccountId account, long delivered) {
        return store.entries(EntryQuery.after(account, delivered, limit)).items();
    }

    private long last(AccountId account) {
        return store.read(Scope.NOTHING.account(account)).account(account).sequence();
    }
}
