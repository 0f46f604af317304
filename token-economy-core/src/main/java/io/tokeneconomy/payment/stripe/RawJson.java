package io.tokeneconomy.payment.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds its way in Stripe's answers where versions differ. */
final class RawJson {

    private RawJson() {}

    /** What stands at the end of a path; null when the path ends before. */
    static @Nullable JsonElement at(JsonObject object, String... path) {
        JsonElement here = object;
        for (String name : path) {
            here = here instanceof JsonObject inner ? inner.get(name) : null;
        }
        return here == null || here.isJsonNull() ? null : here;
    }

    static @Nullable String text(JsonObject object, String name) {
        JsonElement value = at(object, name);
        return value == null ? null : value.getAsString();
    }

    /** The id of another object, which may stand there whole. */
    static @Nullable String id(@Nullable JsonElement reference) {
        if (reference == null || reference.isJsonNull()) {
            return null;
        }
        return reference.isJsonObject() ? text(reference.getAsJsonObject(), "id") : reference.getAsString();
    }

    /** A map of texts; empty when there is none. */
    static Map<String, String> texts(@Nullable JsonElement map) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map instanceof JsonObject object) {
            object.entrySet()
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
        }
        return texts;
    }

    static JsonElement required(JsonObject object, String name) {
        return Objects.requireNonNull(at(object, name), () -> "the object has no " + name);
    }
}
