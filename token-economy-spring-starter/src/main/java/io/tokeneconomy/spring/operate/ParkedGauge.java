package io.tokeneconomy.spring.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.ParkedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** {@code token.economy.parked.open}: payments that wait for a person, up to a page of them, read once a minute at most. */
public final class ParkedGauge implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Supplier<TokenEconomy> economy;
    private final InstantSource time;
    private Instant readAt = Instant.MIN;
    private long open;

    /**
     * @param economy whose payments
     * @param time the clock
     */
    public ParkedGauge(Supplier<TokenEconomy> economy, InstantSource time) {
        this.economy = economy;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("token.economy.parked.open", this, gauge -> (double) gauge.open())
                .description("Payments that wait for a person")
                .register(registry);
    }

    private synchronized long open() {
        Instant now = time.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            open = economy.get()
                    .parked()
                    .list(new ParkedQuery("", EntryQuery.MAX_LIMIT))
                    .items()
                    .size();
            readAt = now;
        }
        return open;
    }
}
