package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.stripe.StripeCalls.Timeouts;
import io.tokeneconomy.payment.stripe.StripeProvisioning.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link StripeProvisioning}; a wrong one is refused where it is set. Not thread-safe. */
public final class StripeProvisioningBuilder {

    /** Where this library's web modules listen, below the shop's address: {@value}. */
    public static final String WEBHOOK_PATH = "/api/stripe/webhook";

    private static final int MAX_URL = 2_000;
    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(20), 2, Duration.ofSeconds(20));

    private @Nullable String secretKey;
    private URI apiBase = ApiBase.STRIPE;
    private String application = StripeGatewayBuilder.DEFAULT_APPLICATION;
    private @Nullable URI webhookUrl;
    private final Set<String> events = new LinkedHashSet<>(StripeProvisioning.EVENTS);
    private boolean live;
    private StripeCalls.Pause pause = Thread::sleep;

    StripeProvisioningBuilder() {}

    /**
     * The key, {@code sk_} or {@code rk_}, {@code test_} or {@code live_}; blanks around it do not count. It may be
     * another one than the shop's, with other permissions.
     *
     * @throws InvalidValueException when it is no such key
     */
    public StripeProvisioningBuilder secretKey(String key) {
        this.secretKey = StripeKeys.checked(key);
        return this;
    }

    /**
     * Where the API is, for tests and the sandbox; {@code https://api.stripe.com} by default.
     *
     * @throws InvalidValueException when it is not https (http on this machine), or has more than host and port
     */
    public StripeProvisioningBuilder apiBase(URI base) {
        this.apiBase = ApiBase.checked(base);
        return this;
    }

    /**
     * The application's name; the same as {@link StripeGatewayBuilder#application}, {@code token-economy} by default.
     * Applications on one account need different names, or they would take each other's prices for their own.
     *
     * @throws InvalidValueException when it is not 1 to 64 letters, digits, {@code _} or {@code -}
     */
    public StripeProvisioningBuilder application(String name) {
        this.application = StripeGatewayBuilder.checkedApplication(name);
        return this;
    }

    /**
     * The shop's public address; its webhook is {@value #WEBHOOK_PATH} below. Without this and {@link #webhookUrl}, no
     * endpoint is made.
     *
     * @throws InvalidValueException as {@link #webhookUrl}
     */
    public StripeProvisioningBuilder baseUrl(URI url) {
        String address = url.toString();
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == '/') {
            end--;
        }
        return webhookUrl(URI.create(address.substring(0, end) + WEBHOOK_PATH));
    }

    /**
     * Where the shop takes webhooks, exactly: Stripe follows no redirect.
     *
     * @throws InvalidValueException when it is not absolute, http or https, without user and fragment, and at most 2,000
     *     characters long
     */
    public StripeProvisioningBuilder webhookUrl(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        boolean plain = url.getRawUserInfo() == null && url.getRawFragment() == null;
        if (!web || url.getHost() == null || !plain || url.toString().length() > MAX_URL) {
            throw new InvalidValueException(
                    "webhookUrl",
                    url.getRawUserInfo() == null ? url : "an address with a user",
                    "an absolute http or https address without user and fragment, up to " + MAX_URL + " characters");
        }
        this.webhookUrl = url;
        return this;
    }

    /**
     * Types of events that the endpoint hears beyond {@link StripeProvisioning#EVENTS}, for handlers of your own.
     *
     * @throws InvalidValueException when Stripe's library does not know a type
     */
    public StripeProvisioningBuilder alsoHear(String... types) {
        for (String type : types) {
            if (!ProvisioningRequests.isEvent(type)) {
                throw new InvalidValueException("event type", type, "one of Stripe's, such as invoice.paid");
            }
            events.add(type);
        }
        return this;
    }

    /** Whether a live key may change the account; false by default. Planning needs no permission. */
    public StripeProvisioningBuilder live(boolean allowed) {
        this.live = allowed;
        return this;
    }

    StripeProvisioningBuilder pause(StripeCalls.Pause between) {
        this.pause = between;
        return this;
    }

    /**
     * {@return the provisioning; nothing is sent yet}
     *
     * @throws InvalidValueException when the key is missing, or it is a live key and the API base is not Stripe's or the
     *     webhook's address is not https
     */
    public StripeProvisioning build() {
        String key = StripeKeys.checked(secretKey);
        PaymentMode mode = StripeKeys.mode(key);
        ApiBase.checkTogether(mode, apiBase);
        URI url = webhookUrl;
        if (url != null && mode == PaymentMode.LIVE && !"https".equals(url.getScheme())) {
            throw new InvalidValueException("webhookUrl", url, "an https address, since the key is a live key");
        }
        boolean reachable = url != null && !(apiBase.equals(ApiBase.STRIPE) && ApiBase.isThisMachine(url.getHost()));
        Settings settings = new Settings(mode, application, url, reachable, List.copyOf(events), live);
        return new StripeProvisioning(settings, client(key), new StripeCalls(TIMEOUTS, pause));
    }

    private StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(apiBase.toString())
                .setConnectTimeout((int) TIMEOUTS.connect().toMillis())
                .setReadTimeout((int) TIMEOUTS.read().toMillis())
                .setMaxNetworkRetries(TIMEOUTS.retries())
                .build();
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "StripeProvisioningBuilder[apiBase=" + apiBase + ", key hidden]";
    }
}
