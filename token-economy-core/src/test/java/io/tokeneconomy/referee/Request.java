package io.tokeneconomy.referee;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request to Stripe's API, or to a stand-in of it.
 *
 * @param uri with the query
 * @param body the form of a POST
 */
record Request(String method, URI uri, String body) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{0,40}");
    private static final Pattern EXPIRY = Pattern.compile("(^|&)expires_at=\\d+");

    /** Parts of addresses that name no object. */
    private static final Set<String> FIXED = Set.of(
            "v1",
            "customers",
            "products",
            "prices",
            "checkout",
            "sessions",
            "expire",
            "line_items",
            "refunds",
            "cancel",
            "charges",
            "payment_intents",
            "payment_methods",
            "disputes",
            "close",
            "events",
            "webhook_endpoints",
            "promotion_codes",
            "coupons",
            "billing_portal",
            "invoices",
            "invoice_payments",
            "lines",
            "subscriptions",
            "subscription_items",
            "test_helpers",
            "test_clocks",
            "advance",
            "search");

    boolean isForStripe() {
        return uri.getPath().startsWith("/v1/");
    }

    /** Method and address, without the ids in it. */
    String route() {
        return method + " "
                + Stream.of(uri.getPath().split("/", -1))
                        .map(part -> part.isEmpty() || FIXED.contains(part) ? part : "{id}")
                        .collect(Collectors.joining("/"));
    }

    /** What makes it another kind of request: route, names of parameters, and values that are words. */
    String shape() {
        return route() + " " + String.join(" ", parameters());
    }

    /** The outermost names of parameters. */
    Set<String> names() {
        return pairs().map(pair -> decoded(pair.split("=", 2)[0]).split("\\[", 2)[0])
                .collect(Collectors.toSet());
    }

    /** The stand-ins live at other times than the judge. */
    Request atJudgesTime() {
        long soon = Instant.now().getEpochSecond() + 3_600;
        return new Request(method, uri, EXPIRY.matcher(body).replaceAll("$1expires_at=" + soon));
    }

    private SortedSet<String> parameters() {
        return pairs().map(Request::parameter).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String parameter(String pair) {
        String[] parts = pair.split("=", 2);
        String name = decoded(parts[0]).replaceAll("\\[\\d+]", "[]");
        if (name.contains("metadata[")) {
            return name.replaceAll("metadata\\[.*", "metadata[]");
        }
        String value = parts.length == 1 ? "" : decoded(parts[1]);
        return WORD.matcher(value).matches() ? name + "=" + value : name;
    }

    private Stream<String> pairs() {
        String form = method.equals("POST")
                ? body
                : Optional.ofNullable(uri.getRawQuery()).orElse("");
        return Stream.of(form.split("&", -1)).filter(pair -> !pair.isEmpty());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
