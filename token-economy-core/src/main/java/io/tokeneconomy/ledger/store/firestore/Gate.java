package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets calls in until the store is closed; closing waits for those that are in. */
final class Gate {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Set<Thread> updating = ConcurrentHashMap.newKeySet();
    private boolean closed;

    <T> T in(Supplier<T> call) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw StoreException.broken("the store is closed", null);
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** @throws IllegalStateException when a decision of this thread is running */
    <T> T inUpdate(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        if (!updating.add(thread)) {
            throw nested();
        }
        try {
            return in(call);
        } finally {
            updating.remove(thread);
        }
    }

    /** @throws IllegalStateException when a decision of this thread is running */
    void close(Runnable closing) {
        if (updating.contains(Thread.currentThread())) {
            throw nested();
        }
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closing.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static IllegalStateException nested() {
        return new IllegalStateException("a decision must not update or close the store");
    }
}
