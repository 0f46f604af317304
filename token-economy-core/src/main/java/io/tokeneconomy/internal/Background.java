package io.tokeneconomy.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a task in a daemon thread of its own until it is closed: at once while the task says that there is more to do,
 * otherwise after a pause. What the task throws is logged and followed by a longer pause, never by the end. Thread-safe.
 */
public final class Background implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** How long a close waits for a task under way before it interrupts it, and once more after that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_DOUBLINGS = 6;

    private final Supplier<Duration> pause;
    private final BooleanSupplier task;
    private final Thread thread;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean closed;
    private int failures;

    private Background(String name, Supplier<Duration> pause, BooleanSupplier task) {
        this.pause = pause;
        this.task = task;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /**
     * {@return a task that is being repeated, for the first time after a pause}
     *
     * @param name the thread's name
     * @param pause how long to rest
     * @param task does some of the work and says whether there is more
     */
    public static Background start(String name, Supplier<Duration> pause, BooleanSupplier task) {
        Background background = new Background(name, pause, task);
        background.thread.start();
        return background;
    }

    /** Ends a pause. Returns at once. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Lets a task under way come to its end, for 5 seconds; then interrupts it. */
    @Override
    public void close() {
        stop();
        if (Thread.currentThread() == thread) {
            return;
        }
        join();
        if (thread.isAlive()) {
            LOG.warn("{} does not come to its end: interrupted", thread.getName());
            thread.interrupt();
            join();
        }
    }

    /** Closes them all, letting them come to their ends side by side. */
    public static void closeAll(Collection<Background> all) {
        all.forEach(Background::stop);
        all.forEach(Background::close);
    }

    private void stop() {
        closed = true;
        wake.release();
    }

    private void join() {
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean more = false;
        while (!closed) {
            if (!more) {
                rest();
            }
            more = !closed && work();
        }
    }

    private boolean work() {
        try {
            boolean more = task.getAsBoolean();
            failures = 0;
            return more;
        } catch (Throwable e) {
            failures = Math.min(failures + 1, MOST_DOUBLINGS);
            LOG.error("{} failed; it is tried again", thread.getName(), e);
            return false;
        }
    }

    private void rest() {
        try {
            long millis = pause.get().multipliedBy(1L << failures).toMillis();
            boolean woken = wake.tryAcquire(millis, TimeUnit.MILLISECONDS);
            if (woken) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }
}
