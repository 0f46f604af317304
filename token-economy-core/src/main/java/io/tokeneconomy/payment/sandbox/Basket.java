package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the buyer may change on the page before paying. */
final class Basket {

    private static final long USUAL_MAXIMUM = 99;

    private Basket() {}

    /** The bounds that a session sets for the quantity of an item, JSON null when the buyer cannot change it. */
    static JsonElement adjustable(Params item) {
        Params given = item.inside("adjustable_quantity");
        if (!Boolean.TRUE.equals(given.flag("enabled"))) {
            return JsonNull.INSTANCE;
        }
        Long minimum = given.integer("minimum", 0, LineItems.MAX_QUANTITY);
        Long maximum = given.integer("maximum", 1, LineItems.MAX_QUANTITY);
        JsonObject adjustable = new JsonObject();
        adjustable.addProperty("enabled", true);
        adjustable.addProperty("maximum", maximum == null ? USUAL_MAXIMUM : maximum);
        adjustable.addProperty("minimum", minimum == null ? 0 : minimum);
        return adjustable;
    }

    /**
     * Applies what the buyer does to the session.
     *
     * @return false when the typed promotion code is wrong
     * @throws StripeError when the session does not allow it
     */
    static boolean apply(Tx tx, JsonObject session, PayOptions options) {
        quantities(session, options.quantities());
        String code = options.promotionCode();
        if (code != null && !Discounts.type(tx, session, code)) {
            return false;
        }
        Amounts.set(tx, session, options.tax());
        present(session, options.presented());
        return true;
    }

    /** @throws StripeError when the session does not allow it */
    static void adjust(Tx tx, JsonObject session, Map<Integer, Long> quantities) {
        quantities(session, quantities);
        Amounts.set(tx, session, 0);
        tx.put(Kind.SESSION, session);
    }

    private static void quantities(JsonObject session, Map<Integer, Long> quantities) {
        List<JsonObject> items = new ArrayList<>(LineItems.in(session).toList());
        quantities.forEach((index, quantity) -> {
            if (index >= items.size()) {
                throw StripeError.invalid(null, null, "The session has no item " + index + ".");
            }
            adjust(items.get(index), quantity);
        });
        JsonArray kept = new JsonArray();
        items.stream().filter(item -> Json.number(item, "quantity") > 0).forEach(kept::add);
        if (kept.isEmpty()) {
            throw StripeError.invalid(null, null, "The basket is empty.");
        }
        session.add(LineItems.FIELD, kept);
    }

    private static void adjust(JsonObject item, long quantity) {
        if (!item.get("adjustable_quantity").isJsonObject()) {
            throw StripeError.invalid(null, null, "The quantity of this item is not adjustable.");
        }
        JsonObject bounds = item.getAsJsonObject("adjustable_quantity");
        if (quantity < Json.number(bounds, "minimum") || quantity > Json.number(bounds, "maximum")) {
            throw StripeError.invalid(null, null, "The session allows the quantities " + bounds + ".");
        }
        item.addProperty("quantity", quantity);
        long unit = Json.number(item.getAsJsonObject("price"), "unit_amount");
        item.addProperty("amount_subtotal", Math.multiplyExact(unit, quantity));
    }

    private static void present(JsonObject session, PayOptions.@Nullable Presented shown) {
        if (shown != null) {
            JsonObject details = new JsonObject();
            details.addProperty("presentment_amount", shown.amount());
            details.addProperty("presentment_currency", shown.currency());
            session.add("presentment_details", details);
        }
    }
}
