package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.sandbox.SandboxException;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.payment.stripe.StripeGatewayBuilder;
import java.net.BindException;
import java.net.URI;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The Stripe of this shop: a sandbox of its own, one elsewhere, or the real one. */
final class StripeSide implements AutoCloseable {

    private final Settings settings;
    private final String webhookSecrets;
    private final @Nullable StripeSandbox sandbox;

    private StripeSide(Settings settings, String webhookSecrets, @Nullable StripeSandbox sandbox) {
        this.settings = settings;
        this.webhookSecrets = webhookSecrets;
        this.sandbox = sandbox;
    }

    /**
     * Starts the sandbox, if this shop has one. It sends nothing yet.
     *
     * @throws StartException when its port cannot be had
     */
    static StripeSide start(Settings settings, DataFolder data) {
        String given = settings.webhookSecrets();
        String secrets = given != null
                ? given
                : "whsec_" + HexFormat.of().formatHex(data.key().derive("webhook"));
        return new StripeSide(settings, secrets, settings.ownSandbox() ? sandbox(settings, data) : null);
    }

    private static StripeSandbox sandbox(Settings settings, DataFolder data) {
        int port = settings.sandboxPort();
        try {
            return StripeSandbox.builder()
                    .port(port)
                    .journal(data.sandboxJournal())
                    .start();
        } catch (SandboxException e) {
            if (e.getCause() instanceof BindException taken) {
                throw StartException.portTaken("SANDBOX_PORT", port, taken);
            }
            throw e;
        }
    }

    /** {@return the gateway to this Stripe} */
    PaymentGateway gateway() {
        String key = settings.secretKey();
        URI base = apiBase();
        StripeGatewayBuilder stripe = StripeGateway.builder()
                .secretKey(key == null ? StripeSandbox.API_KEY : key)
                .webhookSecrets(webhookSecrets);
        return (base == null ? stripe : stripe.apiBase(base)).build();
    }

    /** {@return where the API is, null for Stripe itself} */
    @Nullable
    URI apiBase() {
        return sandbox == null ? settings.apiBase() : sandbox.apiBase();
    }

    /** {@return where the script is that shows payments within pages, null for Stripe's own} */
    @Nullable
    URI script() {
        URI base = apiBase();
        return base == null ? null : base.resolve("/stripe.js");
    }

    /** Has the own sandbox send its events there, also those that waited for it. */
    void deliverTo(URI webhook) {
        if (sandbox != null) {
            sandbox.webhook(webhook, webhookSecrets.split(",", 2)[0].strip());
        }
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
