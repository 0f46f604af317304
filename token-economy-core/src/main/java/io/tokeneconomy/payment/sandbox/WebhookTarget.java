package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;

/** Where events go and the secret that signs them. Only scheme, host, port and path of the address are ever shown. */
record WebhookTarget(URI uri, String secret) {

    private static final int MAX_ADDRESS = 2_000;
    private static final int MAX_SECRET = 255;
    private static final String FIELD = "webhook";

    WebhookTarget {
        if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getRawAuthority() == null) {
            throw new InvalidValueException(FIELD, shown(uri), "an absolute http or https address");
        }
        if (uri.getRawAuthority().indexOf('@') >= 0) {
            throw new InvalidValueException(FIELD, shown(uri), "an address without user name and password");
        }
        if (uri.toString().length() > MAX_ADDRESS) {
            throw new InvalidValueException(FIELD, shown(uri), "at most " + MAX_ADDRESS + " characters");
        }
        if (secret.isBlank() || secret.length() > MAX_SECRET || !secret.equals(secret.strip())) {
            throw new InvalidValueException("webhookSecret", "(hidden)", "1 to 255 characters without blanks around");
        }
    }

    private static String shown(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null) {
            return uri.isOpaque() ? uri.getScheme() + ":… (hidden)" : String.valueOf(uri.getRawPath());
        }
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        return (uri.getScheme() == null ? "//" : uri.getScheme() + "://") + host + uri.getRawPath();
    }

    @Override
    public String toString() {
        return shown(uri);
    }
}
