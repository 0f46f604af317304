package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through when no page of another site made the browser send it:
 *
 * <ol>
 *   <li>{@code Sec-Fetch-Site} is {@code same-origin} or {@code none}: yes. {@code same-site} is not enough: another
 *       port or subdomain is another application.
 *   <li>{@code Sec-Fetch-Site} is absent (an old browser, or none): yes when {@code Origin} is absent too, or is the
 *       shop's public origin. Another host must be that of the {@code Host} header, which tells no scheme; the public
 *       host with another scheme or port is another application.
 *   <li>{@code Origin} is trusted by configuration: yes.
 *   <li>Otherwise no.
 * </ol>
 */
final class OriginGate {

    /** The request headers that decide. */
    static final String HEADERS = "Sec-Fetch-Site, Origin";

    private final Set<WebOrigin> own;
    private final Set<WebOrigin> trusted;

    OriginGate(Set<WebOrigin> own, Set<WebOrigin> trusted) {
        this.own = Set.copyOf(own);
        this.trusted = Set.copyOf(trusted);
    }

    boolean allows(HttpServletRequest request) {
        String site = joined(request, "Sec-Fetch-Site");
        if ("same-origin".equals(site) || "none".equals(site)) {
            return true;
        }
        String given = joined(request, "Origin");
        if (given == null) {
            return site == null;
        }
        Optional<WebOrigin> origin = WebOrigin.parse(given);
        return origin.filter(trusted::contains).isPresent()
                || (site == null && origin.filter(o -> isOwn(o, request)).isPresent());
    }

    private boolean isOwn(WebOrigin origin, HttpServletRequest request) {
        if (own.stream().anyMatch(shop -> shop.host().equals(origin.host()))) {
            return own.contains(origin);
        }
        String host = joined(request, "Host");
        return host != null && origin.isHost(host);
    }

    /** A header given several times becomes a value that matches nothing. */
    private static @Nullable String joined(HttpServletRequest request, String header) {
        var values = Collections.list(request.getHeaders(header));
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
