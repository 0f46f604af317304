package io.tokeneconomy.example.benchmark.trial;

import java.util.concurrent.TimeUnit;

/** When spending counts, in {@link System#nanoTime()}. Thread-safe. */
final class Window {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE = 30 * SECOND;

    private final long start;
    private final long opens;
    private volatile long closes;

    /**
     * @param start when callers begin
     * @param warmupSeconds how long it does not count
     * @param seconds how long it counts
     */
    Window(long start, int warmupSeconds, int seconds) {
        this.start = start;
        this.opens = start + warmupSeconds * SECOND;
        this.closes = opens + seconds * SECOND;
    }

    void close() {
        closes = System.nanoTime();
    }

    int second(long moment) {
        return (int) ((moment - start) / SECOND);
    }

    boolean counts(long moment) {
        return moment - opens >= 0 && !isOver(moment);
    }

    boolean isOver(long moment) {
        return moment - closes >= 0;
    }

    /** {@return whether a spend without an answer is no longer tried again} */
    boolean givesUp(long moment) {
        return moment - closes >= PATIENCE;
    }
}
