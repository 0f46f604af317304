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

    /** Far longer than a commit takes, and short enough for those who wait without need. */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final boolean brief;
    private Duration patience;
    private long end;
    private boolean connected;

    private Deadline(Duration patience, boolean brief) {
        this.brief = brief;
        limit(patience);
    }

    static Deadline in(Duration patience) {
        return new Deadline(patience, false);
    }

    /** The same as long as there is no connection; from then on others are waited for a moment only. */
    static Deadline brief(Duration patience) {
        return new Deadline(patience, true);
    }

    /** Says that there is a connection. */
    void connected() {
        if (brief && !connected && nanosLeft() > MOMENT.toNanos()) {
            limit(MOMENT);
        }
        connected = true;
    }

    /** Whether others who have locked something are waited for a moment only. */
    boolean isBrief() {
        return brief;
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
        if (nanosLeft() == 0 && !Thread.currentThread().isInterrupted()) {
            throw timedOut(waitingFor, cause);
        }
        rest(waitingFor, cause);
    }

    /**
     * The same, whether the time is up or not.
     *
     * @throws StoreException when the thread is interrupted; the interrupt flag stays
     */
    void rest(String waitingFor, Throwable cause) {
        if (Thread.currentThread().isInterrupted()) {
            throw StoreException.unavailable("interrupted while waiting for " + waitingFor, cause);
        }
        LockSupport.parkNanos(this, ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS));
    }

    private void limit(Duration longest) {
        patience = longest;
        end = System.nanoTime() + longest.toNanos();
    }

    StoreException timedOut(String waitingFor, @Nullable Throwable cause) {
        return StoreException.unavailable(
                "waited " + patience.toMillis() + " ms for " + waitingFor + ", in vain", cause);
    }
}
