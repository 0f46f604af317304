package io.tokeneconomy.payment.sandbox;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages from elsewhere out, since the key is published and a browser on this machine reaches 127.0.0.1. The
 * name in Host unmasks a page whose own name was bound to this address (DNS rebinding); what a browser tells of a form's
 * origin unmasks a page that pays in the buyer's place. Whoever is no browser tells no origin and passes.
 */
final class LocalOnly extends Filter {

    private static final Pattern HOST = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");
    private static final List<String> OWN_SITE = List.of("same-origin", "none");

    @Override
    public String description() {
        return "answers this machine only";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (hasLocalHost(exchange.getRequestHeaders())) {
            chain.doFilter(exchange);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        StripeError refusal = StripeError.foreignHost();
        Http.send(exchange, refusal.status(), Json.text(refusal.json()));
    }

    private static boolean hasLocalHost(Headers headers) {
        @Nullable List<String> hosts = headers.get("Host");
        return hosts != null
                && hosts.size() == 1
                && HOST.matcher(hosts.get(0).strip()).matches();
    }

    /** Whether the request comes from a page of another origin, as far as the browser tells. */
    static boolean isFromAnotherOrigin(Headers headers) {
        @Nullable String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITE.contains(site);
        }
        @Nullable String origin = headers.getFirst("Origin");
        return origin != null && !origin.equalsIgnoreCase("http://" + headers.getFirst("Host"));
    }
}
