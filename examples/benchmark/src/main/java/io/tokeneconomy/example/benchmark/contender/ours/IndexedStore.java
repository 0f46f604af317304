package io.tokeneconomy.example.benchmark.contender.ours;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A store that finds entries by their keys, once it was told which there are and nothing more is booked. */
final class IndexedStore implements LedgerStore {

    private final LedgerStore store;
    private volatile @Nullable EntryIndex index;

    IndexedStore(LedgerStore store) {
        this.store = store;
    }

    void know(EntryIndex complete) {
        index = complete;
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        EntryIndex known = index;
        if (known == null || !query.filter().equals(EntryFilter.ALL)) {
            return store.entries(query);
        }
        List<IdempotencyKey> keys = known.keys(query);
        Snapshot found = store.read(Scope.of(List.of(), keys));
        return Page.cut(keys.stream().map(key -> entry(found, key)).toList(), query.limit());
    }

    private static LedgerEntry entry(Snapshot found, IdempotencyKey key) {
        return found.entry(key).orElseThrow(() -> StoreException.broken("no entry is named by its key " + key, null));
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return store.update(scope, decision);
    }

    @Override
    public Snapshot read(Scope scope) {
        return store.read(scope);
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return store.orders(query);
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return store.parked(query);
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return store.accounts(query);
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return store.backlogs(query);
    }

    @Override
    public void erase(Erasure erasure) {
        store.erase(erasure);
    }

    @Override
    public int writers() {
        return store.writers();
    }

    @Override
    public void close() {
        store.close();
    }
}
