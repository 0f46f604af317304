package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the callers inside, so that closing can wait for them. */
final class Door {

    /** The sign bit; the others count. */
    private static final int CLOSED = Integer.MIN_VALUE;

    private final AtomicInteger state = new AtomicInteger();
    private final CountDownLatch empty = new CountDownLatch(1);

    void enter() {
        if (state.getAndIncrement() < 0) {
            leave();
            throw StoreException.broken("the store is closed", null);
        }
    }

    void leave() {
        if (state.decrementAndGet() == CLOSED) {
            empty.countDown();
        }
    }

    /** Lets nobody in any more and waits until the last one has left. An interrupt is kept for later. */
    void close() {
        int before = state.getAndUpdate(now -> now | CLOSED);
        if (before == 0) {
            empty.countDown();
        }
        awaitEmpty();
    }

    private void awaitEmpty() {
        boolean interrupted = false;
        while (empty.getCount() > 0) {
            try {
                empty.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
