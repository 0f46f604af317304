package io.tokeneconomy.spring;

import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.payment.stripe.StripeGatewayBuilder;
import io.tokeneconomy.payment.stripe.StripeProvisioning;
import io.tokeneconomy.payment.stripe.StripeProvisioningBuilder;
import io.tokeneconomy.spring.properties.StripeSettings;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway that the properties ask for: Stripe, or the sandbox that plays it. */
final class ConfiguredGateway {

    private ConfiguredGateway() {}

    static PaymentGateway stripe(StripeSettings stripe) {
        String key = Setting.SECRET_KEY.required(stripe.secretKey());
        List<String> secrets = stripe.webhookSecrets();
        Setting.WEBHOOK_SECRETS.required(secrets.isEmpty() ? null : String.join("", secrets));
        StripeGatewayBuilder builder = StripeGateway.builder();
        Setting.SECRET_KEY.checked(() -> builder.secretKey(key));
        Setting.WEBHOOK_SECRETS.checked(() -> builder.webhookSecrets(secrets));
        URI apiBase = stripe.apiBase();
        if (apiBase != null) {
            Setting.API_BASE.checked(() -> builder.apiBase(apiBase));
        }
        return tuned(stripe, builder).build();
    }

    static PaymentGateway of(StripeSandbox sandbox, StripeSettings stripe) {
        StripeGatewayBuilder builder = StripeGateway.builder()
                .secretKey(sandbox.apiKey())
                .webhookSecrets(sandbox.webhookSecret())
                .apiBase(sandbox.apiBase());
        return tuned(stripe, builder).build();
    }

    private static StripeGatewayBuilder tuned(StripeSettings stripe, StripeGatewayBuilder builder) {
        Setting.APPLICATION.checked(() -> builder.application(stripe.application()));
        Setting.CONNECT_TIMEOUT.checked(() -> builder.connectTimeout(stripe.connectTimeout()));
        Setting.READ_TIMEOUT.checked(() -> builder.readTimeout(stripe.readTimeout()));
        Setting.MAX_RETRIES.checked(() -> builder.maxNetworkRetries(stripe.maxNetworkRetries()));
        return Setting.TOLERANCE.checked(() -> builder.signatureTolerance(stripe.signatureTolerance()));
    }

    /** For looking at the account, nothing is changed by it. */
    static StripeProvisioning account(@Nullable StripeSandbox sandbox, StripeSettings stripe) {
        StripeProvisioningBuilder account = StripeProvisioning.builder();
        Setting.APPLICATION.checked(() -> account.application(stripe.application()));
        if (sandbox != null) {
            return account.secretKey(sandbox.apiKey())
                    .apiBase(sandbox.apiBase())
                    .build();
        }
        String key = Setting.SECRET_KEY.required(stripe.secretKey());
        URI apiBase = stripe.apiBase();
        if (apiBase != null) {
            Setting.API_BASE.checked(() -> account.apiBase(apiBase));
        }
        return Setting.SECRET_KEY.checked(() -> account.secretKey(key).build());
    }
}
