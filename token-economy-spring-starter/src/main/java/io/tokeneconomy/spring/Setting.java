package io.tokeneconomy.spring;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.InvalidPathException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A property that can be wrong: it names itself when its value is missing or refused. */
enum Setting {
    BASE_URL("base-url", "the public address of this application, such as http://localhost:8080"),
    SECRET_KEY(
            "stripe.secret-key",
            "the secret key of your Stripe account, sk_test_… for a start (Stripe dashboard, Developers, API keys),"
                    + " or token-economy.sandbox.enabled to true to try without Stripe"),
    WEBHOOK_SECRETS(
            "stripe.webhook-secrets",
            "the signing secret of your webhook endpoint, whsec_… (Stripe dashboard, Developers, Webhooks;"
                    + " or what `stripe listen` prints)"),
    API_BASE("stripe.api-base", "nothing, which means Stripe itself, or the address of a stand-in"),
    APPLICATION("stripe.application", "a short name of this application, of letters, digits, _ and -"),
    CONNECT_TIMEOUT("stripe.connect-timeout", "1ms to 80s"),
    READ_TIMEOUT("stripe.read-timeout", "1ms to 80s"),
    MAX_RETRIES("stripe.max-network-retries", "0 to 5"),
    TOLERANCE("stripe.signature-tolerance", "1s to 1h"),
    SANDBOX("sandbox.enabled", "false, or leave out what it cannot be together with"),
    SANDBOX_PORT("sandbox.port", "a free port, or 0 for any"),
    STORE_TYPE("store.type", "auto, or to what the application has: jdbc, firestore or sqlite"),
    DATA_SOURCE(
            "store.data-source",
            "the name of one DataSource bean that always leads to one database, or make one of them @Primary"),
    STORE("store", "what the database allows, see docs/stores.md"),
    SQLITE_FILE("store.sqlite-file", "the path of a file in a folder that exists"),
    FIRESTORE_PROJECT(
            "store.firestore-project",
            "the id of a Google Cloud project, and give the process credentials for it"
                    + " (gcloud auth application-default login, or a service account)"),
    FIRESTORE_PREFIX("store.firestore-prefix", "letters, digits and underscores, or to nothing"),
    CATALOG_FILE("catalog.file", "the path of a readable catalog file on disk, and no catalog.packages beside it"),
    CATALOG_PACKAGES("catalog.packages", "packages that each have an id, name, tokens, price and currency"),
    CATALOG_PLANS("catalog.plans", "plans that each have an id of their own, a name, tokens, a price and a currency"),
    PRICE_IDS("catalog.price-ids", "ids of Stripe prices, price_…, by ids of packages and plans in the catalog"),
    CHECK_PRICES(
            "catalog.check-prices",
            "false to start all the same, or name prices that are active at Stripe and charge what the catalog says"),
    PRICES("prices", "prices by the names of operations, such as token-economy.prices.image=5"),
    CHECKOUT("checkout", "paths that begin with /, a lifetime of 31m to 23h, and options of Stripe's page"),
    LOW_BALANCE_AT("policy.low-balance-at", "a number of tokens, or 0 for never"),
    SWEEP_EVERY("background.sweep-every", "1s to 1d, or 0s for never"),
    DISPATCH_EVERY("background.dispatch-every", "10ms to 1h, or 0s for never"),
    RECONCILE_EVERY("background.reconcile-every", "1m to 1d, or 0s for never"),
    TOP_UP_EVERY("background.top-up-every", "1s to 1d, or 0s for never; with payments that can charge saved cards"),
    PAGE("web.page", "paths within the application, and texts that are not blank"),
    CONSOLE("web.console", "a role, and a cost of 0 or more"),
    CSRF_SECRET(
            "web.csrf-secret", "32 random bytes or more as text, the same on all nodes; or to nothing, on one node"),
    LOGIN_PATH("web.login-path", "a path within the application that begins with /"),
    TRUSTED_ORIGINS("web.trusted-origins", "origins such as https://app.example"),
    MAX_WEBHOOK_BYTES("web.max-webhook-bytes", "1024 to 2097152"),
    MAX_JSON_BYTES("web.max-json-bytes", "1024 to 16777216"),
    WEB("web.enabled", "false, or move what is in the way");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");

    private final String property;
    private final String hint;

    Setting(String name, String hint) {
        this.property = TokenEconomyProperties.PREFIX + "." + name;
        this.hint = hint;
    }

    String property() {
        return property;
    }

    String hint() {
        return hint;
    }

    /** The value, which must be there: {@code name=} in a properties file is as good as nothing. */
    <T> T required(@Nullable T value) {
        if (value == null) {
            throw new InvalidPropertyException(this, "is missing", null);
        }
        String text = value.toString();
        if (text.isBlank()) {
            throw new InvalidPropertyException(this, "is blank", null);
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.find()) {
            throw new InvalidPropertyException(
                    this, "holds the placeholder " + placeholder.group() + ", for which there is no value", null);
        }
        return value;
    }

    /** What is made from this property's value. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValueException | InvalidPathException | StoreException e) {
            throw new InvalidPropertyException(this, "is refused: " + e.getMessage(), e);
        }
    }
}
