package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link StripeSandbox}; every setter refuses a wrong value at once. Not thread-safe. */
public final class StripeSandboxBuilder {

    /** How often an event is sent before it is given up. */
    public static final int MAX_TRIES = 20;

    private static final Duration LONGEST_DELAY = Duration.ofDays(1);

    private int port;
    private @Nullable WebhookTarget webhook;
    private @Nullable Path journal;
    private InstantSource time = InstantSource.system();
    private Duration asyncDelay = Duration.ofSeconds(5);
    private List<Duration> retryDelays = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
    private Map<String, String> environment = System.getenv();
    private final Set<String> events = new HashSet<>(EventLog.ALWAYS);

    StripeSandboxBuilder() {}

    /**
     * Where to listen.
     *
     * @param port the port on 127.0.0.1; 0, the default, takes any free one
     * @throws InvalidValueException when it is not 0 to 65535
     */
    public StripeSandboxBuilder port(int port) {
        this.port = (int) Checks.range("port", port, 0, 65_535);
        return this;
    }

    /**
     * Where signed events go; none by default. May be set later with {@link StripeSandbox#webhook(URI, String)}.
     *
     * @throws InvalidValueException when the address is not absolute http(s) or has a user name or password, or the secret
     *     is blank or padded
     */
    public StripeSandboxBuilder webhook(URI uri, String secret) {
        this.webhook = new WebhookTarget(uri, secret);
        return this;
    }

    /**
     * A file in which state and undelivered events survive a restart, also a killed process. Without it they live as
     * long as the sandbox. Only one sandbox at a time can use the file.
     */
    public StripeSandboxBuilder journal(Path file) {
        this.journal = file;
        return this;
    }

    /** The time of everything: objects, expiry, signatures. Default: the system's. Delays run in real time. */
    public StripeSandboxBuilder time(InstantSource time) {
        this.time = time;
        return this;
    }

    /**
     * When a pay-later payment settles, in real time; default 5 seconds. The refunds of the two cards whose refunds
     * change by themselves do so after the same delay, within half a second.
     *
     * @throws InvalidValueException when negative or longer than a day
     */
    public StripeSandboxBuilder asyncDelay(Duration delay) {
        this.asyncDelay = checked("asyncDelay", delay);
        return this;
    }

    /**
     * The waits between the tries of an event that was not answered with a 2xx; the last one repeats until
     * {@value #MAX_TRIES} tries were made. Default: 1, 2, 4, 8, 15, 30, 60 seconds.
     *
     * @throws InvalidValueException when there is none, or one is negative or longer than a day
     */
    public StripeSandboxBuilder retryDelays(List<Duration> delays) {
        if (delays.isEmpty() || delays.size() > MAX_TRIES) {
            throw new InvalidValueException("retryDelays size", delays.size(), "1 to " + MAX_TRIES);
        }
        delays.forEach(delay -> checked("retryDelays", delay));
        this.retryDelays = List.copyOf(delays);
        return this;
    }

    /** Where to look for a live key, in the values of all variables; default {@link System#getenv()}. */
    public StripeSandboxBuilder environment(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        return this;
    }

    /**
     * Emits this type of event too. Always emitted are the four {@code checkout.session} types, {@code refund.created},
     * {@code refund.updated}, {@code refund.failed}, {@code charge.refunded}, the five {@code charge.dispute} types,
     * {@code radar.early_fraud_warning.created}, {@code customer.deleted}, {@code customer.subscription.created}, {@code
     * .updated} and {@code .deleted}, {@code invoice.paid}, {@code invoice.payment_succeeded}, {@code
     * invoice.payment_failed} and {@code invoice_payment.paid}.
     *
     * @param type {@code payment_intent.succeeded}, {@code .payment_failed}, {@code .amount_capturable_updated} or
     *     {@code .canceled}; {@code charge.succeeded}, {@code .failed} or {@code .captured}; {@code
     *     invoice.created} or {@code .finalized}; or {@code charge.refund.updated}, the old twin of {@code refund.updated}
     * @throws InvalidValueException when the sandbox does not know the type
     */
    public StripeSandboxBuilder emit(String type) {
        if (!EventLog.ALWAYS.contains(type) && !EventLog.OPTIONAL.contains(type)) {
            throw new InvalidValueException("event type", type, new TreeSet<>(EventLog.OPTIONAL).toString());
        }
        events.add(type);
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @throws SandboxException when a live key is present ({@code sk_live_} or {@code rk_live_} anywhere in the value of
     *     any environment variable; the variable is named, its value is not shown), the port is taken, or the journal is
     *     damaged or in use
     */
    public StripeSandbox start() {
        LiveKeyGuard.check(environment);
        return StripeSandbox.start(new Settings(
                port, webhook, journal, time, asyncDelay, retryDelays, Set.copyOf(events), Limits.DEFAULT));
    }

    private static Duration checked(String field, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new InvalidValueException(field, delay, "0 to " + LONGEST_DELAY);
        }
        return delay;
    }

    /** What the sandbox is started with. */
    record Settings(
            int port,
            @Nullable WebhookTarget webhook,
            @Nullable Path journal,
            InstantSource time,
            Duration asyncDelay,
            List<Duration> retryDelays,
            Set<String> events,
            Limits limits) {}
}
