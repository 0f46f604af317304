package io.tokeneconomy.spring;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.InvalidPathException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A property that can be wrong: it names itself when its value is missing or refused. */
enum Setting {
    BASE_URL("base-url", "the public address of this application, such as http://localhost:8080"),
    SECRET_KEY(
            "stripe.secret-key",
            "the secret key of your Stripe account, sk_test_… for a start (Stripe dashboard, Developers, API keys)"),
    WEBHOOK_SECRETS(
            "stripe.webhook-secrets",
            "the signing secret of your webhook endpoint, whsec_… (Stripe dashboard, Developers, Webhooks;"
                    + " or what `stripe listen` prints)"),
    API_BASE("stripe.api-base", "nothing, which means Stripe itself, or the address of a stand-in"),
    SQLITE_FILE("store.sqlite-file", "the path of a file in a folder that exists"),
    CATALOG_FILE("catalog.file", "the path of a readable catalog file on disk, and no catalog.packages beside it"),
    CSRF_SECRET(
            "web.csrf-secret", "32 random bytes or more as text, the same on all nodes; or to nothing, on one node"),
    CATALOG_PACKAGES("catalog.packages", "packages that each have an id, name, tokens, price and currency");

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
        if (value.toString().isBlank()) {
            throw new InvalidPropertyException(this, "is blank", null);
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
