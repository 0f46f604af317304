package io.tokeneconomy.spring.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.ParkedQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * {@code token.economy.parked.open}: payments that wait for a person, up to a page of them. Read beside a scrape, once a
 * minute at most; a scrape shows the last number, none before the first.
 */
public final class ParkedGauge implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SlowReading open;

    /**
     * @param economy whose payments
     * @param time the clock
     */
    public ParkedGauge(Supplier<TokenEconomy> economy, InstantSource time) {
        this.open = new SlowReading("parked", FRESH, () -> open(economy.get()), time);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("token.economy.parked.open", open, SlowReading::last)
                .description("Payments that wait for a person")
                .strongReference(true)
                .register(registry);
    }

    private static double open(TokenEconomy economy) {
        return economy.parked()
                .list(new ParkedQuery("", EntryQuery.MAX_LIMIT))
                .items()
                .size();
    }
}
