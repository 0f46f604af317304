package io.tokeneconomy.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as whole microseconds since 1970, as the hash and the stores keep them. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    /** {@code ChronoUnit.MICROS.between} counts in nanoseconds on Java 17 and overflows in the year 2262. */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / NANOS);
    }

    /** The time that {@link #of} gave. */
    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
