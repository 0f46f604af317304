package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads environment variables; what it refuses is named by its variable. Blank counts as absent. */
final class Environment {

    private static final int MAX_PORT = 65_535;

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    String text(String name, String otherwise) {
        String value = find(name);
        return value == null ? otherwise : value;
    }

    /** @param usual the first of the values that are allowed, and what an absent variable means */
    String oneOf(String name, String usual, String other) {
        String value = text(name, usual);
        if (!value.equals(usual) && !value.equals(other)) {
            throw new InvalidValueException(name, value, usual + " or " + other);
        }
        return value;
    }

    int port(String name, int otherwise) {
        String value = text(name, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > MAX_PORT) {
            throw new InvalidValueException(name, value, "a port, 1 to " + MAX_PORT + ", or 0 for any free one");
        }
        return Integer.parseInt(value);
    }

    Path path(String name, String otherwise) {
        String value = text(name, otherwise);
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw refused(name, value, "the path of a folder", e);
        }
    }

    /** Without a path, since the shop's pages stand at the root. */
    @Nullable
    URI publicUrl(String name) {
        URI url = uri(name);
        if (url != null) {
            checked(name, url, CheckoutSettings::at);
            if (!url.getRawPath().isEmpty() && !"/".equals(url.getRawPath())) {
                throw new InvalidValueException(name, url.toString(), "http://host[:port] or https://host[:port]");
            }
        }
        return url;
    }

    @Nullable
    URI apiBase(String name) {
        URI url = uri(name);
        return url == null ? null : checked(name, url, StripeGateway.builder()::apiBase);
    }

    @Nullable
    String secretKey(String name) {
        String key = find(name);
        return key == null ? null : checked(name, key, StripeGateway.builder()::secretKey);
    }

    @Nullable
    String webhookSecrets(String name) {
        String secrets = find(name);
        return secrets == null ? null : checked(name, secrets, StripeGateway.builder()::webhookSecrets);
    }

    private @Nullable URI uri(String name) {
        String value = find(name);
        try {
            return value == null ? null : new URI(value);
        } catch (URISyntaxException e) {
            throw refused(name, value, "http://host[:port] or https://host[:port]", e);
        }
    }

    private @Nullable String find(String name) {
        String value = variables.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** The library checks its own settings; only the name is ours. */
    private static <T> T checked(String name, T value, Consumer<T> setter) {
        try {
            setter.accept(value);
            return value;
        } catch (InvalidValueException e) {
            throw refused(name, e.value().replace("\"", ""), e.allowed(), e);
        }
    }

    private static InvalidValueException refused(String name, Object value, String allowed, Exception cause) {
        InvalidValueException refusal = new InvalidValueException(name, value, allowed);
        refusal.initCause(cause);
        return refusal;
    }
}
