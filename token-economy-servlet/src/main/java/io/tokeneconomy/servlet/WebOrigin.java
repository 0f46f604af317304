package io.tokeneconomy.servlet;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheme, host and port of a page (<a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454</a>), in lower case, the
 * port empty when it is the scheme's own.
 *
 * <p>Taken apart by hand: {@link URI} knows no host with an underscore, which inner networks do have.
 */
record WebOrigin(String scheme, String host, String port) {

    private static final Pattern FORM =
            Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?", Pattern.CASE_INSENSITIVE);

    /** {@return the origin that an {@code Origin} header names; empty for {@code null} and anything that is none} */
    static Optional<WebOrigin> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("http") ? 80 : 443;
        String given = form.group(3);
        int port = given == null ? usual : Integer.parseInt(given);
        return Optional.of(
                new WebOrigin(scheme, form.group(2).toLowerCase(Locale.ROOT), port == usual ? "" : ":" + port));
    }

    /** {@return the origin of an address, empty when it is not http or https} */
    static Optional<WebOrigin> of(URI address) {
        return parse(address.getScheme() + "://" + address.getRawAuthority());
    }

    /** {@return it as an {@code Origin} header names it} */
    String text() {
        return scheme + "://" + host + port;
    }

    /** {@return whether a request with this {@code Host} header goes to this origin; the scheme is not known} */
    boolean isHost(String hostHeader) {
        return parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
    }
}
