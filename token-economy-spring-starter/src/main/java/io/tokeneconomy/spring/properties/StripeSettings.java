package io.tokeneconomy.spring.properties;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to Stripe; not looked at when there is a {@code PaymentGateway} bean or the sandbox plays Stripe.
 *
 * @param secretKey Secret or restricted key of the Stripe account, sk_test_…, rk_test_…, sk_live_… or rk_live_….
 *     Required.
 * @param webhookSecrets Signing secrets of the webhook endpoints, whsec_…, 1 to 16. Several while one is replaced.
 *     Required.
 * @param apiBase Address of Stripe's API, for tests. By default Stripe's own.
 * @param application What tells this application from others on the same Stripe account.
 * @param connectTimeout How long a connection to Stripe may take, 1 ms to 80 s.
 * @param readTimeout How long an answer of Stripe may take, 1 ms to 80 s.
 * @param maxNetworkRetries How often a request is retried after a failure that may pass, 0 to 5.
 * @param signatureTolerance How far the time of a webhook's signature may be from now, 1 s to 1 h.
 */
public record StripeSettings(
        @Nullable String secretKey,
        @DefaultValue List<String> webhookSecrets,
        @Nullable URI apiBase,
        @DefaultValue("token-economy") String application,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("2") int maxNetworkRetries,
        @DefaultValue("5m") Duration signatureTolerance) {

    /** Copies the list. */
    public StripeSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "StripeSettings[secretKey=" + (secretKey == null ? "missing" : "hidden") + ", webhookSecrets="
                + webhookSecrets.size() + " hidden, apiBase=" + apiBase + ", application=" + application + "]";
    }
}
