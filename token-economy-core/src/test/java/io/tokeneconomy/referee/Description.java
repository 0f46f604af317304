package io.tokeneconomy.referee;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The description of Stripe's API, for addresses that the judge lacks: an object is changed with what its kind is made with,
 * and reading one takes nothing but what is to be expanded.
 */
final class Description {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final Set<String> PAYMENT = Set.of(
            "amount",
            "currency",
            "customer",
            "payment_method",
            "off_session",
            "confirm",
            "automatic_payment_methods",
            "capture_method",
            "description",
            "metadata",
            "expand");

    private static final Set<String> CHANGE_OF_PLAN = Set.of(
            "items",
            "proration_behavior",
            "cancel_at_period_end",
            "default_payment_method",
            "description",
            "metadata",
            "expand");

    /** What an address takes that the description has in none of its forms, as Stripe's API reference has it. */
    private static final Map<String, Set<String>> MORE = Map.ofEntries(
            Map.entry("GET /v1/charges", Set.of("payment_intent", "customer")),
            Map.entry("GET /v1/payment_intents", Set.of("customer")),
            Map.entry("POST /v1/payment_intents", PAYMENT),
            Map.entry("GET /v1/customers/{id}/payment_methods", Set.of("type", "allow_redisplay")),
            Map.entry(
                    "GET /v1/invoices", Set.of("collection_method", "customer", "due_date", "status", "subscription")),
            Map.entry("GET /v1/invoice_payments", Set.of("invoice", "payment", "status")),
            Map.entry("GET /v1/subscriptions", Set.of("customer", "price", "status", "collection_method")),
            Map.entry("POST /v1/subscriptions/{id}", CHANGE_OF_PLAN),
            Map.entry("POST /v1/products/{id}", Set.of("active", "default_price")),
            Map.entry("POST /v1/disputes/{id}", Set.of("evidence", "metadata", "submit", "expand")),
            Map.entry("POST /v1/disputes/{id}/close", Set.of("expand")));

    /** What every list takes (docs.stripe.com/api/pagination). */
    private static final Set<String> LIST = Set.of("limit", "starting_after", "ending_before", "created", "expand");

    private final JsonObject paths;

    Description(JsonObject paths) {
        this.paths = paths;
    }

    static Description read(Path file) throws IOException {
        return new Description(
                JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonObject("paths"));
    }

    /** What speaks against a request; empty when nothing does. */
    Optional<String> objection(Request request) {
        Set<String> known = known(request.method(), request.route());
        return request.names().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> request.route() + ": Received unknown parameter: " + name);
    }

    private Set<String> known(String method, String route) {
        Set<String> more = MORE.getOrDefault(route, Set.of());
        if (!method.equals("POST")) {
            return route.endsWith("}") ? Set.of("expand") : plus(LIST, more);
        }
        String collection = route.substring("POST ".length()).replaceFirst("/\\{id}.*", "");
        JsonElement maker = paths.get(collection);
        if (maker == null || !maker.getAsJsonObject().has("post")) {
            return more;
        }
        return plus(
                more,
                maker.getAsJsonObject()
                        .getAsJsonObject("post")
                        .getAsJsonObject("requestBody")
                        .getAsJsonObject("content")
                        .getAsJsonObject(FORM)
                        .getAsJsonObject("schema")
                        .getAsJsonObject("properties")
                        .keySet());
    }

    private static Set<String> plus(Set<String> one, Set<String> other) {
        Set<String> names = new HashSet<>(one);
        names.addAll(other);
        return names;
    }
}
