package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How long a call may still wait. */
final class Deadline {

    /**
     * Short, so that a process takes its chance soon after another one's commit: SQLite's own busy handler polls every
     * 100 ms and can miss every gap that a busy neighbour leaves.
     */
    private static final long LONGEST_PAUSE_NANOS = 1_000_000;

    private static final long SHORTEST_PAUSE_NANOS = 100_000;

    private final Duration patience;
    private final long end;

    private Deadline(Duration patience) {
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    static Deadline in(Duration patience) {
        return new Deadline(patience);
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    /**
     * Waits a moment before the next attempt.
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
        long nanos = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS);
        LockSupport.parkNanos(this, Math.min(nanos, nanosLeft()));
    }

    StoreException timedOut(String waitingFor, @Nullable Throwable cause) {
        return StoreException.unavailable(
                "waited " + patience.toMillis() + " ms for " + waitingFor + ", in vain", cause);
    }
}
