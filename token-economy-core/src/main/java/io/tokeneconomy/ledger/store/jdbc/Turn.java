package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one update at a time through, in the order they came: the database need not arbitrate between our threads. */
final class Turn {

    private final ReentrantLock lock = new ReentrantLock(true);

    void take(Deadline deadline) {
        refuseNesting();
        try {
            if (!lock.tryLock(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw deadline.timedOut("earlier updates of this store", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unavailable("interrupted while waiting for earlier updates of this store", e);
        }
    }

    void takeHoweverLong() {
        refuseNesting();
        lock.lock();
    }

    void pass() {
        lock.unlock();
    }

    private void refuseNesting() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a decision must not update or close the store");
        }
    }
}
