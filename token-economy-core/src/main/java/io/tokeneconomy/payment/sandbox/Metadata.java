package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Map;

/** Stripe's metadata: at most 50 keys of 40 characters with values of 500 ({@code docs.stripe.com/metadata}). */
final class Metadata {

    static final int MAX_KEYS = 50;
    static final int MAX_KEY = 40;
    static final int MAX_VALUE = 500;

    private Metadata() {}

    static JsonObject of(Params params) {
        return merged(new JsonObject(), params);
    }

    /** The old metadata with the given keys set; an empty value removes its key, an empty object removes all. */
    static JsonObject merged(JsonObject old, Params params) {
        if (!params.has("metadata")) {
            return old;
        }
        Map<String, String> given = params.entries("metadata");
        JsonObject merged = given.isEmpty() ? new JsonObject() : old.deepCopy();
        given.forEach((key, value) -> set(merged, params.inside("metadata").path(key), key, value));
        if (merged.size() > MAX_KEYS) {
            throw refused(params.path("metadata"), "Metadata can have at most " + MAX_KEYS + " keys.");
        }
        return merged;
    }

    private static void set(JsonObject metadata, String path, String key, String value) {
        if (key.length() > MAX_KEY) {
            throw refused(path, "Metadata keys can have up to " + MAX_KEY + " characters.");
        }
        if (value.length() > MAX_VALUE) {
            throw refused(path, "Metadata values can have up to " + MAX_VALUE + " characters.");
        }
        if (value.isEmpty()) {
            metadata.remove(key);
        } else {
            metadata.addProperty(key, value);
        }
    }

    private static StripeError refused(String path, String message) {
        return StripeError.invalid(null, path, message);
    }
}
