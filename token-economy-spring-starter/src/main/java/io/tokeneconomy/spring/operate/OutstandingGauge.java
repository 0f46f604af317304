package io.tokeneconomy.spring.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tokeneconomy.TokenEconomy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code token.economy.outstanding}: tokens that all accounts could still spend. Every account is read for it, so it is read
 * beside the scrape that finds it older than 15 minutes, which shows the last number; none before the first. One
 * thread reads at a time, however long that takes.
 */
public final class OutstandingGauge implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(OutstandingGauge.class);
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final Supplier<TokenEconomy> economy;
    private final InstantSource time;
    private Instant askedAt = Instant.MIN;
    private @Nullable Thread last;
    private volatile double tokens = Double.NaN;

    /**
     * @param economy whose tokens
     * @param time the clock
     */
    public OutstandingGauge(Supplier<TokenEconomy> economy, InstantSource time) {
        this.economy = economy;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("token.economy.outstanding", this, OutstandingGauge::outstanding)
                .description("Tokens that all accounts could spend, at most 15 minutes old when it is scraped often")
                .register(registry);
    }

    private synchronized double outstanding() {
        Instant now = time.instant();
        if (askedAt.isBefore(now.minus(FRESH)) && !isReading()) {
            askedAt = now;
            Thread reader = new Thread(this::read, "token-economy-outstanding");
            reader.setDaemon(true);
            reader.start();
            last = reader;
        }
        return tokens;
    }

    private boolean isReading() {
        return last != null && last.isAlive();
    }

    private void read() {
        try {
            tokens = (double) economy.get().audit().liability().available();
        } catch (RuntimeException e) {
            LOG.warn("Tokens outstanding cannot be read", e);
        }
    }
}
