package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects are kept without the fields that are at their default, and with private notes under names that begin with an
 * underscore. Here they get the shape that Stripe's API answers (version 2026-07-29.dahlia).
 */
final class Shapes {

    private static final Map<Kind, JsonObject> TEMPLATES = new ConcurrentHashMap<>();
    private static final String PRIVATE = "_";

    private Shapes() {}

    /** A copy in Stripe's shape; what is not one of Stripe's objects is only copied. */
    static JsonElement render(JsonElement kept) {
        if (kept.isJsonArray()) {
            JsonArray rendered = new JsonArray();
            kept.getAsJsonArray().forEach(element -> rendered.add(render(element)));
            return rendered;
        }
        return kept.isJsonObject() ? render(kept.getAsJsonObject()) : kept;
    }

    static JsonObject render(JsonObject kept) {
        JsonObject rendered = template(kept);
        kept.entrySet().forEach(entry -> {
            if (!entry.getKey().startsWith(PRIVATE)) {
                boolean callers = entry.getKey().equals("metadata"); // any name may stand in there
                rendered.add(entry.getKey(), callers ? entry.getValue().deepCopy() : render(entry.getValue()));
            }
        });
        return rendered;
    }

    private static JsonObject template(JsonObject kept) {
        JsonElement object = kept.get("object");
        if (object == null || !object.isJsonPrimitive() || Json.flag(kept, "deleted")) {
            return new JsonObject();
        }
        return Kind.ofObject(object.getAsString())
                .map(kind -> TEMPLATES.computeIfAbsent(kind, Shapes::load).deepCopy())
                .orElseGet(JsonObject::new);
    }

    private static JsonObject load(Kind kind) {
        return Json.parse(Resources.text(kind.object() + ".json")).getAsJsonObject();
    }
}
