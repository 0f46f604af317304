package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.store.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How long a call may still wait, and how long until its next attempt: twice as long each time, up to a limit. */
final class Patience {

    private static final long FIRST_PAUSE_NANOS = 4_000_000;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000_000;

    private final Duration whole;
    private final long end;
    private long pauseNanos = FIRST_PAUSE_NANOS;

    Patience(Duration whole) {
        this.whole = whole;
        this.end = System.nanoTime() + whole.toNanos();
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    /**
     * Waits before the next attempt, by chance shorter or longer, so that two rivals do not meet again.
     *
     * @throws StoreException when the time is up or the thread is interrupted; the interrupt flag stays
     */
    void pause(String waitingFor, Throwable cause) {
        if (Thread.currentThread().isInterrupted()) {
            throw StoreException.unavailable("interrupted while waiting for " + waitingFor, cause);
        }
        if (nanosLeft() == 0) {
            throw timedOut(waitingFor, cause);
        }
        long nanos = ThreadLocalRandom.current().nextLong(pauseNanos / 2, pauseNanos);
        LockSupport.parkNanos(this, Math.min(nanos, nanosLeft()));
        pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
    }

    StoreException timedOut(String waitingFor, @Nullable Throwable cause) {
        return StoreException.unavailable("waited " + whole.toMillis() + " ms for " + waitingFor + ", in vain", cause);
    }
}
