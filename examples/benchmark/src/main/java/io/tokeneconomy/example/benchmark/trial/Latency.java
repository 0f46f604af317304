package io.tokeneconomy.example.benchmark.trial;

import java.util.Collection;
import java.util.stream.LongStream;

/**
 * How long operations took, exactly: no buckets, no sampling. All zero when there were none.
 *
 * @param count how many there were
 * @param p50Nanos half of them took at most this long
 * @param p99Nanos 99 of 100
 * @param p999Nanos 999 of 1,000
 * @param maxNanos the longest
 */
public record Latency(long count, long p50Nanos, long p99Nanos, long p999Nanos, long maxNanos) {

    static Latency of(Collection<Tally> callers) {
        return of(callers.stream().flatMapToLong(Tally::durations));
    }

    /** {@return the figures of operations that took so many nanoseconds each} */
    public static Latency of(LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        return new Latency(sorted.length, rank(sorted, 500), rank(sorted, 990), rank(sorted, 999), rank(sorted, 1_000));
    }

    /** The smallest value that at least so many of a thousand do not exceed. */
    private static long rank(long[] sorted, int ofThousand) {
        if (sorted.length == 0) {
            return 0;
        }
        long position = ((long) sorted.length * ofThousand + 999) / 1_000;
        return sorted[(int) position - 1];
    }
}
