package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces ids by the objects they name, as {@code expand[]} asks ({@code docs.stripe.com/api/expanding_objects}). */
final class Expansion {

    private static final int MAX_DEPTH = 4;
    private static final Map<String, Kind> FIELDS = Map.of(
            "customer", Kind.CUSTOMER,
            "product", Kind.PRODUCT,
            "payment_intent", Kind.PAYMENT_INTENT,
            "latest_charge", Kind.CHARGE,
            "charge", Kind.CHARGE,
            "subscription", Kind.SUBSCRIPTION,
            "invoice", Kind.INVOICE,
            "latest_invoice", Kind.INVOICE,
            "payment_method", Kind.PAYMENT_METHOD,
            "default_payment_method", Kind.PAYMENT_METHOD);

    private final Tx tx;

    Expansion(Tx tx) {
        this.tx = tx;
    }

    JsonObject apply(JsonObject rendered, List<String> paths) {
        for (String path : paths) {
            List<String> parts = List.of(path.split("\\."));
            if (parts.size() > MAX_DEPTH) {
                throw StripeError.invalid(null, "expand", "You cannot expand more than " + MAX_DEPTH + " levels.");
            }
            expand(rendered, parts, path);
        }
        return rendered;
    }

    private void expand(JsonObject object, List<String> parts, String path) {
        String field = parts.get(0);
        if (!object.has(field)) {
            includable(object, field).ifPresent(list -> object.add(field, list));
        }
        JsonElement value = object.get(field);
        if (value == null) {
            throw StripeError.invalid(null, "expand[]", "This property cannot be expanded (" + path + ").");
        }
        JsonElement expanded = expanded(field, value, path);
        object.add(field, expanded);
        if (parts.size() > 1) {
            inside(expanded, parts.subList(1, parts.size()), path);
        }
    }

    private void inside(JsonElement value, List<String> parts, String path) {
        if (value instanceof JsonArray array) {
            array.forEach(element -> inside(element, parts, path));
        } else if (value instanceof JsonObject object) {
            expand(object, parts, path);
        }
    }

    private JsonElement expanded(String field, JsonElement value, String path) {
        if (!value.isJsonPrimitive()) {
            return value;
        }
        Kind kind = Optional.ofNullable(FIELDS.get(field))
                .orElseThrow(() ->
                        StripeError.invalid(null, "expand[]", "This property cannot be expanded (" + path + ")."));
        return tx.find(kind, value.getAsString())
                .<JsonElement>map(Shapes::render)
                .orElse(value);
    }

    /** The lists that an object has only when they are asked for. */
    private Optional<JsonObject> includable(JsonObject object, String field) {
        if (field.equals("line_items") && Json.is(object, "object", Kind.SESSION.object())) {
            String id = Json.requiredString(object, "id");
            return tx.find(Kind.SESSION, id).map(kept -> Shapes.render(LineItems.listOf(kept)));
        }
        if (field.equals("refunds") && Json.is(object, "object", Kind.CHARGE.object())) {
            return Optional.of(Shapes.render(Refunds.listOf(tx, Json.requiredString(object, "id"))));
        }
        if (field.equals("payments") && Json.is(object, "object", Kind.INVOICE.object())) {
            return Optional.of(Shapes.render(InvoicePayments.listOf(tx, Json.requiredString(object, "id"))));
        }
        return Optional.empty();
    }
}
