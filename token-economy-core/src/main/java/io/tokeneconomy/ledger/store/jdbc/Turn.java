package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many updates through at a time, in the order they came, and nothing more once it is closed. With one at a
 * time the database need not arbitrate between our threads.
 */
final class Turn {

    /** As many as want to. */
    static final int ALL = Integer.MAX_VALUE;

    private final int places;
    private final Semaphore free;
    private final ThreadLocal<Boolean> taken = ThreadLocal.withInitial(() -> false);

    Turn(int places) {
        this.places = places;
        this.free = new Semaphore(places, places != ALL);
    }

    void take(Deadline deadline) {
        refuseNesting();
        try {
            if (!free.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw deadline.timedOut("earlier updates of this store", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unavailable("interrupted while waiting for earlier updates of this store", e);
        }
        taken.set(true);
    }

    void pass() {
        taken.remove();
        free.release();
    }

    /** Waits until nobody has a turn. */
    void takeAll() {
        refuseNesting();
        free.acquireUninterruptibly(places);
    }

    void passAll() {
        free.release(places);
    }

    private void refuseNesting() {
        if (taken.get()) {
            throw new IllegalStateException("a decision must not update or close the store");
        }
    }
}
