package io.tokeneconomy.example.benchmark.trial;

import java.util.Arrays;
import java.util.stream.LongStream;

/** One caller's answered spends: when they ended, and how long those took that count. Not thread-safe. */
final class Tally {

    private final long[] perSecond;
    private long[] nanos = new long[1_024];
    private int size;

    /** @param seconds the length of the trial, with its warm-up */
    Tally(int seconds) {
        this.perSecond = new long[seconds];
    }

    void add(Window window, long begun, long ended) {
        if (window.isOver(ended)) {
            return;
        }
        perSecond[window.second(ended)]++;
        if (window.counts(ended)) {
            add(ended - begun);
        }
    }

    /** {@return how long the spends that count took, in nanoseconds} */
    LongStream durations() {
        return Arrays.stream(nanos, 0, size);
    }

    /** {@return how many spends ended in that second, from the start of the warm-up} */
    long inSecond(int second) {
        return perSecond[second];
    }

    private void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = duration;
    }
}
