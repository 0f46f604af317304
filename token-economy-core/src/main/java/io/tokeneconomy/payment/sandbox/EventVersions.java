package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/**
 * Gives an event the shape of an older API version: what a version brought is left out of events before it, what it took
 * away is there. A newer or unknown version only changes {@code api_version}. The changes are those that Stripe's sample
 * objects of 2020-08-27, 2024-06-20 and 2026-07-29 differ in, undone in two steps, the newer one first; versions between
 * get the nearest, not each its own.
 */
final class EventVersions {

    private static final JsonObject CHANGES =
            Json.parse(Resources.text("versions.json")).getAsJsonObject();
    private static final String LISTS_END = "2022-11-15";

    private EventVersions() {}

    static void apply(Tx tx, JsonObject event, String version) {
        event.addProperty("api_version", version);
        JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
        String kind = Json.requiredString(object, "object");
        if (version.compareTo(OldBilling.END) < 0) {
            OldBilling.fill(tx, object, kind);
        }
        for (Map.Entry<String, JsonElement> change : CHANGES.entrySet()) {
            JsonElement here = change.getValue().getAsJsonObject().get(kind);
            if (here != null && version.compareTo(change.getKey()) < 0) {
                undo(object, here.getAsJsonObject());
            }
        }
        if (version.compareTo(LISTS_END) < 0) {
            addLists(tx, object, kind);
        }
    }

    private static void undo(JsonObject object, JsonObject change) {
        change.getAsJsonArray("brought").forEach(field -> object.remove(field.getAsString()));
        change.getAsJsonObject("took").entrySet().stream()
                .filter(field -> !object.has(field.getKey()))
                .forEach(field -> object.add(field.getKey(), field.getValue()));
    }

    /** A charge had its refunds, a PaymentIntent its charges. */
    private static void addLists(Tx tx, JsonObject object, String kind) {
        String id = Json.requiredString(object, "id");
        if (kind.equals(Kind.CHARGE.object())) {
            object.add("refunds", Shapes.render(Refunds.listOf(tx, id)));
        } else if (kind.equals(Kind.PAYMENT_INTENT.object())) {
            JsonArray charges = new JsonArray();
            tx.linkedTo(Kind.CHARGE, id).map(Shapes::render).forEach(charges::add);
            JsonObject list = new JsonObject();
            list.addProperty("object", "list");
            list.add("data", charges);
            list.addProperty("has_more", false);
            list.addProperty("url", "/v1/charges?payment_intent=" + id);
            object.add("charges", list);
        }
    }
}
