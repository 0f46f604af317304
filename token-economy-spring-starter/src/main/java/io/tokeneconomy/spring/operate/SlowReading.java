package io.tokeneconomy.spring.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A number that takes time to read, for a gauge: it is read beside the scrape that finds it too old, which shows the last
 * number; none before the first. One thread reads at a time, however long that takes; a failure is logged, keeps the last
 * number, and is tried again when the number would be too old. Thread-safe.
 */
final class SlowReading {

    private static final Logger LOG = LoggerFactory.getLogger(SlowReading.class);

    private final String name;
    private final Duration fresh;
    private final DoubleSupplier source;
    private final InstantSource time;
    private Instant askedAt = Instant.MIN;
    private @Nullable Thread last;
    private volatile double number = Double.NaN;

    /**
     * @param name what the reading thread is called after
     * @param fresh how old the number may be
     * @param source reads it
     * @param time the clock
     */
    SlowReading(String name, Duration fresh, DoubleSupplier source, InstantSource time) {
        this.name = "token-economy-" + name;
        this.fresh = fresh;
        this.source = source;
        this.time = time;
    }

    /** {@return the last number} Returns at once. */
    synchronized double last() {
        Instant now = time.instant();
        if (askedAt.isBefore(now.minus(fresh)) && !isReading()) {
            askedAt = now;
            Thread reader = new Thread(this::read, name);
            reader.setDaemon(true);
            reader.start();
            last = reader;
        }
        return number;
    }

    private boolean isReading() {
        return last != null && last.isAlive();
    }

    private void read() {
        try {
            number = source.getAsDouble();
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be read", name, e);
        }
    }
}
