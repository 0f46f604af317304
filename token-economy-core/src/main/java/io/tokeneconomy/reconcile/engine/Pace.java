package io.tokeneconomy.reconcile.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps a run's requests apart and counts them. Not thread-safe. */
final class Pace {

    private final long nanosEach;
    private final long budget;
    private final LongSupplier nanos;
    private final Sleep sleep;
    private long free;
    private long taken;

    /** Waits. */
    @FunctionalInterface
    interface Sleep {
        void nanos(long nanos) throws InterruptedException;
    }

    /**
     * @param perSecond how many requests in a second
     * @param budget after how many to end
     * @param nanos a clock that only ever goes forward
     * @param sleep waits
     */
    Pace(int perSecond, int budget, LongSupplier nanos, Sleep sleep) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.budget = budget;
        this.nanos = nanos;
        this.sleep = sleep;
        this.free = nanos.getAsLong();
    }

    /**
     * Waits until so many more requests may be made.
     *
     * @throws StoppedException when the thread is interrupted
     */
    void take(int requests) {
        long wait = free - nanos.getAsLong();
        if (wait > 0) {
            sleep(wait);
        }
        free = Math.max(free, nanos.getAsLong()) + requests * nanosEach;
        taken += requests;
    }

    boolean isUsedUp() {
        return taken >= budget;
    }

    long taken() {
        return taken;
    }

    private void sleep(long wait) {
        try {
            sleep.nanos(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(e);
        }
    }
}
