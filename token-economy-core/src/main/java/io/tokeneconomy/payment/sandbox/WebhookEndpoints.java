package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /v1/webhook_endpoints} ({@code docs.stripe.com/api/webhook_endpoints}). */
final class WebhookEndpoints {

    /** As many as Stripe allows an account in each mode. */
    static final int MAX_ENDPOINTS = 16;

    private static final String URL = "/v1/webhook_endpoints";
    private static final String SECRET = "_secret";
    private static final String[] UPDATE = {
        "url", "enabled_events[#]", "disabled", "description", "metadata", "metadata[*]"
    };
    private static final Pattern EVENT = Pattern.compile("\\*|[a-z0-9_]+(\\.[a-z0-9_]+)+");
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(\\.[a-z]+)?");

    private WebhookEndpoints() {}

    static List<Route> routes() {
        Accepted create =
                Accepted.of("url", "enabled_events[#]", "api_version", "description", "metadata[*]", "!connect");
        return List.of(
                Route.post(URL, create, WebhookEndpoints::create),
                Route.get(
                        URL,
                        Listing.pagingOnly(),
                        call -> Listing.of(call, Kind.WEBHOOK_ENDPOINT, URL, endpoint -> true)),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.WEBHOOK_ENDPOINT)),
                Route.post(URL + "/{id}", Accepted.of(UPDATE), WebhookEndpoints::update),
                Route.delete(URL + "/{id}", Accepted.of(), WebhookEndpoints::delete));
    }

    /** Where events of this type go. */
    static List<WebhookTarget> targets(Tx tx, String type) {
        return tx.oldestFirst(Kind.WEBHOOK_ENDPOINT)
                .filter(endpoint -> !Json.is(endpoint, "status", "disabled") && hears(endpoint, type))
                .map(endpoint -> new WebhookTarget(
                        URI.create(Json.requiredString(endpoint, "url")), Json.requiredString(endpoint, SECRET)))
                .toList();
    }

    private static boolean hears(JsonObject endpoint, String type) {
        return endpoint.getAsJsonArray("enabled_events").contains(new JsonPrimitive(type))
                || endpoint.getAsJsonArray("enabled_events").contains(new JsonPrimitive("*"));
    }

    private static JsonObject create(Call call) {
        if (call.tx().count(Kind.WEBHOOK_ENDPOINT) >= MAX_ENDPOINTS) {
            throw StripeError.invalid(
                    null, null, "You have reached the maximum of " + MAX_ENDPOINTS + " test webhook endpoints.");
        }
        Params params = call.params();
        params.required("url");
        if (params.texts("enabled_events").isEmpty()) {
            throw StripeError.missingParam("enabled_events");
        }
        String version = params.text("api_version");
        if (version != null && !VERSION.matcher(version).matches()) {
            throw StripeError.invalid(null, "api_version", "Invalid API version: " + version);
        }
        JsonObject endpoint = new JsonObject();
        endpoint.addProperty("id", Kind.WEBHOOK_ENDPOINT.newId());
        endpoint.addProperty("object", Kind.WEBHOOK_ENDPOINT.object());
        endpoint.addProperty("created", call.tx().nowSeconds());
        endpoint.add("api_version", Json.of(version));
        endpoint.addProperty(SECRET, Ids.random("whsec_", 32));
        return withSecret(save(call, endpoint));
    }

    /** Only the answer to the creation tells the secret. */
    private static JsonObject withSecret(JsonObject endpoint) {
        JsonObject told = endpoint.deepCopy();
        told.add("secret", endpoint.get(SECRET));
        return told;
    }

    private static JsonObject update(Call call) {
        return save(call, call.target(Kind.WEBHOOK_ENDPOINT));
    }

    private static JsonObject save(Call call, JsonObject endpoint) {
        Params params = call.params();
        String url = params.text("url");
        if (url != null) {
            endpoint.addProperty("url", checkedUrl(url));
        }
        if (params.has("enabled_events")) {
            endpoint.add("enabled_events", Json.texts(events(params)));
        }
        Boolean disabled = params.flag("disabled");
        if (disabled != null) {
            endpoint.addProperty("status", disabled ? "disabled" : "enabled");
        }
        String description = params.raw("description");
        if (description != null) {
            endpoint.add("description", Json.of(description.isEmpty() ? null : description));
        }
        JsonObject metadata = endpoint.getAsJsonObject("metadata");
        endpoint.add("metadata", Metadata.merged(metadata == null ? new JsonObject() : metadata, params));
        call.tx().put(Kind.WEBHOOK_ENDPOINT, endpoint);
        return endpoint;
    }

    /** Unlike Stripe, the sandbox reaches this machine, and that is what it is for. */
    private static String checkedUrl(String url) {
        try {
            WebhookTarget target = new WebhookTarget(new URI(url), "whsec_any");
            return target.uri().toString();
        } catch (URISyntaxException | InvalidValueException e) {
            throw StripeError.invalid("url_invalid", "url", "Invalid URL: not an absolute http or https address.");
        }
    }

    private static List<String> events(Params params) {
        List<String> events = params.texts("enabled_events");
        for (String event : events) {
            if (!EVENT.matcher(event).matches()) {
                throw StripeError.invalid(null, "enabled_events", "Invalid enabled_events: " + event);
            }
        }
        return events;
    }

    private static JsonObject delete(Call call) {
        JsonObject gone = new JsonObject();
        gone.addProperty("id", Json.requiredString(call.target(Kind.WEBHOOK_ENDPOINT), "id"));
        gone.addProperty("object", Kind.WEBHOOK_ENDPOINT.object());
        gone.addProperty("deleted", true);
        call.tx().remove(Kind.WEBHOOK_ENDPOINT, call.id());
        return gone;
    }
}
