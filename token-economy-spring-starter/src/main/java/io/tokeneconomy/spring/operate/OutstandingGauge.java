package io.tokeneconomy.spring.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tokeneconomy.TokenEconomy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * {@code token.economy.outstanding}: tokens that all accounts could still spend. Every account is read for it, so it is read
 * beside a scrape, every 15 minutes at most; a scrape shows the last number, none before the first.
 */
public final class OutstandingGauge implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final SlowReading tokens;

    /**
     * @param economy whose tokens
     * @param time the clock
     */
    public OutstandingGauge(Supplier<TokenEconomy> economy, InstantSource time) {
        this.tokens = new SlowReading(
                "outstanding",
                FRESH,
                () -> (double) economy.get().audit().liability().available(),
                time);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("token.economy.outstanding", tokens, SlowReading::last)
                .description("Tokens that all accounts could spend, at most 15 minutes old when it is scraped often")
                .strongReference(true)
                .register(registry);
    }
}
