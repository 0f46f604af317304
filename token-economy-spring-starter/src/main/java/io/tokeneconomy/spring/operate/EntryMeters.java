package io.tokeneconomy.spring.operate;

import io.micrometer.core.instrument.MeterRegistry;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyListener;
import java.util.Locale;

/**
 * Counts what was booked and refused: {@code token.economy.entries} and {@code token.economy.tokens} by type, {@code
 * token.economy.refusals} by operation and reason, {@code token.economy.parked} as payments are parked.
 */
public final class EntryMeters implements TokenEconomyListener {

    private final MeterRegistry registry;

    /** @param registry where meters go */
    public EntryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onEvent(TokenEconomyEvent event) {
        if (event instanceof TokenEconomyEvent.Booked booked) {
            String type = booked.entry().type().name().toLowerCase(Locale.ROOT);
            registry.counter("token.economy.entries", "type", type).increment();
            registry.counter("token.economy.tokens", "type", type).increment((double) booked.tokens());
        } else if (event instanceof TokenEconomyEvent.Refused refused) {
            registry.counter(
                            "token.economy.refusals",
                            "operation",
                            refused.operation().getClass().getSimpleName(),
                            "reason",
                            refused.refusal().getClass().getSimpleName())
                    .increment();
        } else if (event instanceof TokenEconomyEvent.PaymentParked) {
            registry.counter("token.economy.parked").increment();
        }
    }
}
