package io.tokeneconomy.ledger.store.memory;

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
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps everything in memory. <strong>Not durable:</strong> all of it is gone when the process ends, so it is for tests
 * and trials, never for money. Nothing is shared between two of these stores.
 *
 * <p>Thread-safe. Updates run one after another, in the order they came; reads wait only for the moment in which an
 * update's changes are put in place, never for a decision. An interrupted thread finishes its update and stays
 * interrupted.
 */
public final class MemoryLedgerStore implements LedgerStore {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final ReadWriteLock access = new ReentrantReadWriteLock();
    private final Tables tables = new Tables();
    private volatile boolean closed;

    private MemoryLedgerStore() {}

    /** {@return a new, empty store} */
    public static MemoryLedgerStore create() {
        return new MemoryLedgerStore();
    }

    /** @throws IllegalStateException when called from inside a decision of this store */
    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a decision must not update the store");
        }
        turn.lock();
        try {
            Snapshot before = read(scope);
            Changes<R> changes = decision.apply(before);
            changes.requireFitting(before);
            write(before, changes);
            return changes.result();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public Snapshot read(Scope scope) {
        return reading(() -> tables.snapshot(scope));
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return reading(() -> tables.entries(query));
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return reading(() -> tables.orders(query));
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return reading(() -> tables.parked(query));
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return reading(() -> tables.accounts(query));
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return reading(() -> tables.backlogs(query));
    }

    @Override
    public void erase(Erasure erasure) {
        turn.lock();
        access.writeLock().lock();
        try {
            tables.erase(erasure);
        } finally {
            access.writeLock().unlock();
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
        } finally {
            turn.unlock();
        }
    }

    private void write(Snapshot before, Changes<?> changes) {
        access.writeLock().lock();
        try {
            tables.write(before, changes);
        } finally {
            access.writeLock().unlock();
        }
    }

    private <T> T reading(Supplier<T> query) {
        if (closed) {
            throw StoreException.broken("the store is closed", null);
        }
        access.readLock().lock();
        try {
            return query.get();
        } finally {
            access.readLock().unlock();
        }
    }
}
