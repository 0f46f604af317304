package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.function.Function;

/** A correct store; each fault overrides what it breaks. */
class BrokenStore implements LedgerStore {

    final LedgerStore correct = MemoryLedgerStore.create();

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return correct.update(scope, decision);
    }

    @Override
    public Snapshot read(Scope scope) {
        return correct.read(scope);
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return correct.entries(query);
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return correct.orders(query);
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return correct.parked(query);
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return correct.accounts(query);
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return correct.backlogs(query);
    }

    @Override
    public void erase(Erasure erasure) {
        correct.erase(erasure);
    }

    @Override
    public void close() {
        correct.close();
    }
}
