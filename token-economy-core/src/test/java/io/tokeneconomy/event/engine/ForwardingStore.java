package io.tokeneconomy.event.engine;

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

/** Another store; tests override what they meddle with. */
class ForwardingStore implements LedgerStore {

    final LedgerStore store;

    ForwardingStore(LedgerStore store) {
        this.store = store;
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
