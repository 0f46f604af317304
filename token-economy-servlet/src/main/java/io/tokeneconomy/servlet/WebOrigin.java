package io.tokeneconomy.servlet;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port of a page (<a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454</a>), in lower case, the
 * port empty when it is the scheme's own.
 */
record WebOrigin(String scheme, String host, String port) {

    /** {@return the origin that an {@code Origin} header names; empty for {@code null} and anything that is none} */
    static Optional<WebOrigin> parse(String text) {
        try {
            URI uri = URI.create(text);
            boolean bare = uri.getRawPath() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            return bare ? of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@return the origin of an address, empty when it is not http or https} */
    static Optional<WebOrigin> of(URI address) {
        String scheme = lower(address.getScheme());
        String host = lower(address.getHost());
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || host.isEmpty()) {
            return Optional.empty();
        }
        int port = address.getPort();
        boolean usual = port == -1 || port == (scheme.equals("http") ? 80 : 443);
        return Optional.of(new WebOrigin(scheme, host, usual ? "" : ":" + port));
    }

    /** {@return whether a request with this {@code Host} header goes to this origin; the scheme is not known} */
    boolean isHost(String hostHeader) {
        return parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
