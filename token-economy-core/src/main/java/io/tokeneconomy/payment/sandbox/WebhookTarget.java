package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.net.URI;

/** Where events go and the secret that signs them. */
record WebhookTarget(URI uri, String secret) {

    private static final int MAX_SECRET = 255;

    WebhookTarget {
        if (!uri.isAbsolute() || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new InvalidValueException("webhook", uri, "an absolute http or https address");
        }
        if (secret.isBlank() || secret.length() > MAX_SECRET || !secret.equals(secret.strip())) {
            throw new InvalidValueException("webhookSecret", "(hidden)", "1 to 255 characters without blanks around");
        }
        Checks.text("webhook", uri.toString(), 2_000);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
