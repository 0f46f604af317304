package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
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
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.function.Function;

/** Reads another store, so that a test can falsify what is read. */
class ReadOnlyStore implements LedgerStore {

    private final LedgerStore store;

    ReadOnlyStore(LedgerStore store) {
        this.store = store;
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        throw new AssertionError("nothing may be written");
    }

    @Override
    public Snapshot read(Scope scope) {
        return store.read(scope);
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return store.entries(query);
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
        throw new AssertionError("nothing may be erased");
    }

    @Override
    public void close() {}
}
