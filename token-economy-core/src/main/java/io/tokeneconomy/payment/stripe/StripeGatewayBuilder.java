package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.stripe.StripeCalls.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link StripeGateway}; a wrong one is refused where it is set. Not thread-safe. */
public final class StripeGatewayBuilder {

    static final String DEFAULT_APPLICATION = "token-economy";

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(80);
    private static final Duration LONGEST_TOLERANCE = Duration.ofHours(1);
    private static final Duration READ_BUDGET = Duration.ofSeconds(5);
    private static final int MOST_RETRIES = 5;
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private @Nullable String secretKey;
    private @Nullable WebhookSecrets webhookSecrets;
    private URI apiBase = ApiBase.STRIPE;
    private String application = DEFAULT_APPLICATION;
    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration readTimeout = Duration.ofSeconds(10);
    private Duration readBudget = READ_BUDGET;
    private int maxNetworkRetries = 2;
    private Duration signatureTolerance = Duration.ofMinutes(5);
    private InstantSource time = InstantSource.system();
    private StripeCalls.Pause pause = Thread::sleep;

    StripeGatewayBuilder() {}

    /**
     * The key, {@code sk_} or {@code rk_}, {@code test_} or {@code live_}; blanks around it do not count.
     *
     * @throws InvalidValueException when it is no such key, or a live key meets an API base that is not Stripe's
     */
    public StripeGatewayBuilder secretKey(String key) {
        String checked = StripeKeys.checked(key);
        ApiBase.checkTogether(StripeKeys.mode(checked), apiBase);
        this.secretKey = checked;
        return this;
    }

    /**
     * The signing secrets of the webhook endpoints, 1 to 16 in all; each text may hold several, comma-separated. A
     * webhook may be signed with any of them, so that one can be replaced without a gap. Replaces those set before.
     *
     * @throws InvalidValueException when there is none, or one does not begin with {@code whsec_}
     */
    public StripeGatewayBuilder webhookSecrets(String... secrets) {
        return webhookSecrets(Arrays.asList(secrets));
    }

    /** As {@link #webhookSecrets(String...)}. */
    public StripeGatewayBuilder webhookSecrets(Collection<String> secrets) {
        this.webhookSecrets = WebhookSecrets.of(secrets);
        return this;
    }

    /**
     * Where the API is, for tests and the sandbox; {@code https://api.stripe.com} by default.
     *
     * @throws InvalidValueException when it is not https (http on this machine), has more than host and port, or is not
     *     Stripe's while the key is a live key
     */
    public StripeGatewayBuilder apiBase(URI base) {
        URI checked = ApiBase.checked(base);
        if (secretKey != null) {
            ApiBase.checkTogether(StripeKeys.mode(secretKey), checked);
        }
        this.apiBase = checked;
        return this;
    }

    /**
     * What tells this application from others on the same Stripe account whose user ids may be the same: they must not
     * share customers. {@code token-economy} by default; written to each customer's metadata as {@code te_app}.
     *
     * @throws InvalidValueException when it is not 1 to 64 letters, digits, {@code _} or {@code -}
     */
    public StripeGatewayBuilder application(String name) {
        this.application = checkedApplication(name);
        return this;
    }

    static String checkedApplication(String name) {
        return Checks.matching(
                "application",
                name,
                APPLICATION,
                "1 to 64 of A-Z, a-z, 0-9, _ and -, beginning with a letter or digit");
    }

    /**
     * How long a connection may take; 3 seconds by default.
     *
     * @throws InvalidValueException when it is not 1 millisecond to 80 seconds
     */
    public StripeGatewayBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = within("connectTimeout", timeout, Duration.ofMillis(1), LONGEST_TIMEOUT);
        return this;
    }

    /**
     * How long an answer may take; 10 seconds by default. Reading a session has no more than 5 seconds for all attempts
     * together, whatever is set here.
     *
     * @throws InvalidValueException when it is not 1 millisecond to 80 seconds
     */
    public StripeGatewayBuilder readTimeout(Duration timeout) {
        this.readTimeout = within("readTimeout", timeout, Duration.ofMillis(1), LONGEST_TIMEOUT);
        return this;
    }

    /**
     * How often a request is retried after a failure that may pass; 2 by default.
     *
     * @throws InvalidValueException when it is not 0 to 5
     */
    public StripeGatewayBuilder maxNetworkRetries(int retries) {
        this.maxNetworkRetries = (int) Checks.range("maxNetworkRetries", retries, 0, MOST_RETRIES);
        return this;
    }

    /**
     * How far the time in a webhook's signature may be from now, past and future; 5 minutes by default, as in Stripe's
     * libraries. Whole seconds count.
     *
     * @throws InvalidValueException when it is not 1 second to 1 hour
     */
    public StripeGatewayBuilder signatureTolerance(Duration tolerance) {
        this.signatureTolerance = within("signatureTolerance", tolerance, Duration.ofSeconds(1), LONGEST_TOLERANCE);
        return this;
    }

    /** What time it is; the system's clock by default. */
    public StripeGatewayBuilder time(InstantSource source) {
        this.time = source;
        return this;
    }

    StripeGatewayBuilder readBudget(Duration budget) {
        this.readBudget = budget;
        return this;
    }

    StripeGatewayBuilder pause(StripeCalls.Pause between) {
        this.pause = between;
        return this;
    }

    /**
     * {@return the gateway; nothing is sent yet}
     *
     * @throws InvalidValueException when the key or the webhook secrets are missing, or a live key meets the published
     *     webhook secret of the sandbox
     */
    public StripeGateway build() {
        String key = StripeKeys.checked(secretKey);
        WebhookSecrets secrets = webhookSecrets == null ? WebhookSecrets.of(List.of()) : webhookSecrets;
        PaymentMode mode = StripeKeys.mode(key);
        secrets.checkTogether(mode);
        StripeCalls calls =
                new StripeCalls(new Timeouts(connectTimeout, readTimeout, maxNetworkRetries, readBudget), pause);
        return new StripeGateway(
                mode, application, client(key), calls, new SignatureVerifier(secrets, signatureTolerance, time));
    }

    private StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(apiBase.toString())
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setReadTimeout((int) readTimeout.toMillis())
                .setMaxNetworkRetries(maxNetworkRetries)
                .build();
    }

    private static Duration within(String field, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new InvalidValueException(field, value, least + " to " + most);
        }
        return value;
    }

    /** Leaves the key and the secrets out. */
    @Override
    public String toString() {
        return "StripeGatewayBuilder[apiBase=" + apiBase + ", keys hidden]";
    }
}
