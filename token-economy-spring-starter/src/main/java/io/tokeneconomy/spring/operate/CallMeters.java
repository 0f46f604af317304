package io.tokeneconomy.spring.operate;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.payment.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code token.economy.batch}: how many operations share an update of the store; {@code token.economy.webhook.lag}: how long
 * after an event its webhook was verified, redeliveries included.
 */
public final class CallMeters implements CallWatch {

    /** An event's own time stands before the object it is about. */
    private static final Pattern CREATED = Pattern.compile("\"created\"\\s*:\\s*([0-9]{1,11})");

    private final Supplier<MeterRegistry> registry;
    private final InstantSource time;

    /**
     * @param registry where meters go
     * @param time the clock
     */
    public CallMeters(Supplier<MeterRegistry> registry, InstantSource time) {
        this.registry = registry;
        this.time = time;
    }

    @Override
    public void asked(Object @Nullable [] arguments) {
        if (arguments != null && arguments.length == 2 && arguments[0] instanceof Scope scope) {
            int operations = scope.keys().size();
            if (operations > 0) {
                DistributionSummary.builder("token.economy.batch")
                        .description("Operations that share an update of the store")
                        .register(registry.get())
                        .record(operations);
            }
        }
    }

    @Override
    public void answered(@Nullable Object answer) {
        if (answer instanceof PaymentEvent event) {
            Matcher created = CREATED.matcher(event.envelope().payload());
            if (created.find()) {
                Instant then = Instant.ofEpochSecond(Long.parseLong(created.group(1)));
                Duration lag = Duration.between(then, time.instant());
                Timer.builder("token.economy.webhook.lag")
                        .description("From an event to the verification of its webhook")
                        .register(registry.get())
                        .record(lag.isNegative() ? Duration.ZERO : lag);
            }
        }
    }
}
