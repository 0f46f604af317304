package io.tokeneconomy.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as whole microseconds since 1970, as the hash and the stores keep them. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    /** Always six digits, so that texts of times sort as the times do. */
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Micros() {}

    /** {@code ChronoUnit.MICROS.between} counts in nanoseconds on Java 17 and overflows in the year 2262. */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano() / NANOS);
    }

    /** The time in UTC as ISO 8601 with microseconds, for example {@code 2026-11-22T10:15:30.123456Z}. */
    public static String text(Instant time) {
        return ISO.format(time);
    }

    /** The time that {@link #of} gave. */
    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
