package io.tokeneconomy.servlet;

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
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The in-memory store, as long as there is no trouble. */
final class FaultyStore implements LedgerStore {

    volatile @Nullable RuntimeException trouble;

    private final LedgerStore sound = MemoryLedgerStore.create();

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return sound().update(scope, decision);
    }

    @Override
    public Snapshot read(Scope scope) {
        return sound().read(scope);
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return sound().entries(query);
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return sound().orders(query);
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return sound().parked(query);
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return sound().accounts(query);
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return sound().backlogs(query);
    }

    @Override
    public void erase(Erasure erasure) {
        sound().erase(erasure);
    }

    @Override
    public void close() {
        sound.close();
    }

    private LedgerStore sound() {
        if (trouble != null) {
            throw trouble;
        }
        return sound;
    }
}
