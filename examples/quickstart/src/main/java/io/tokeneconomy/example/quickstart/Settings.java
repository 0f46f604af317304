package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shop is started with. Secrets never show up in {@link #toString()}.
 *
 * @param port {@code PORT}: where the shop listens on this machine, 0 for any free port
 * @param dataDir {@code DATA_DIR}: where everything is kept
 * @param publicUrl {@code APP_BASE_URL}: the shop's address as a browser sees it, null for {@code http://localhost:PORT}
 * @param sandboxPort {@code SANDBOX_PORT}: where the own sandbox listens, 0 for any free port
 * @param apiBase {@code STRIPE_API_BASE}: where Stripe's API is, null for Stripe itself or the own sandbox
 * @param secretKey {@code STRIPE_SECRET_KEY}: null for a sandbox
 * @param webhookSecrets {@code STRIPE_WEBHOOK_SECRET}, comma-separated, null for one made up in {@code DATA_DIR}
 * @param publishableKey {@code CHECKOUT_PAGE=embedded} with {@code STRIPE_PUBLISHABLE_KEY}: the payment is within the
 *     shop's pages; null: at Stripe
 * @param topUp {@code TOP_UP=on}: buyers may have a package bought again by itself when fewer than 20 tokens are left
 * @param catalog what is on sale, with the prices of {@code STRIPE_TOKEN_<ID>_PRICE_ID}
 */
public record Settings(
        int port,
        Path dataDir,
        @Nullable URI publicUrl,
        int sandboxPort,
        @Nullable URI apiBase,
        @Nullable String secretKey,
        @Nullable String webhookSecrets,
        @Nullable String publishableKey,
        boolean topUp,
        Catalog catalog) {

    private static final String SANDBOX_KEY = "pk_test_sandbox";

    /** @throws InvalidValueException when values do not fit together */
    public Settings {
        if (port != 0 && port == sandboxPort) {
            throw new InvalidValueException("SANDBOX_PORT", sandboxPort, "another port than PORT");
        }
        if (secretKey != null && webhookSecrets == null) {
            throw new InvalidValueException(
                    "STRIPE_WEBHOOK_SECRET",
                    "missing",
                    "the whsec_… of your webhook endpoint or of stripe listen, as STRIPE_SECRET_KEY is set");
        }
    }

    /**
     * {@return the settings that environment variables ask for} A blank variable counts as absent.
     *
     * @throws InvalidValueException with the variable's name, when a value is not allowed
     */
    public static Settings from(Map<String, String> environment) {
        Environment variables = new Environment(environment);
        return new Settings(
                variables.port("PORT", 8080),
                variables.path("DATA_DIR", "data"),
                variables.publicUrl("APP_BASE_URL"),
                variables.port("SANDBOX_PORT", 12111),
                variables.apiBase("STRIPE_API_BASE"),
                variables.secretKey("STRIPE_SECRET_KEY"),
                variables.webhookSecrets("STRIPE_WEBHOOK_SECRET"),
                publishableKey(variables),
                variables.oneOf("TOP_UP", "off", "on").equals("on"),
                Catalog.fromEnvironment(environment));
    }

    private static @Nullable String publishableKey(Environment variables) {
        if (!variables.oneOf("CHECKOUT_PAGE", "hosted", "embedded").equals("embedded")) {
            return null;
        }
        String key = variables.text("STRIPE_PUBLISHABLE_KEY", "");
        if (key.isEmpty() && variables.secretKey("STRIPE_SECRET_KEY") != null) {
            throw new InvalidValueException(
                    "STRIPE_PUBLISHABLE_KEY",
                    "missing",
                    "the pk_… beside your STRIPE_SECRET_KEY, as CHECKOUT_PAGE is embedded");
        }
        return key.isEmpty() ? SANDBOX_KEY : key;
    }

    /** {@return whether this shop brings its own Stripe} */
    boolean ownSandbox() {
        return secretKey == null && apiBase == null;
    }

    /** {@return the shop's address as a browser sees it} */
    URI baseUrl(int actualPort) {
        return publicUrl == null ? URI.create("http://localhost:" + actualPort) : publicUrl;
    }

    @Override
    public String toString() {
        return "Settings[port=" + port + ", dataDir=" + dataDir + ", secrets hidden]";
    }
}
