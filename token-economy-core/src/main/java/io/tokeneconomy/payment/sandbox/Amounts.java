package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * The sums of a session, from its items up: subtotal, less the discount, plus the tax. Discount and tax are shared out
 * over the items in proportion, and the shares add up to them exactly.
 */
final class Amounts {

    private static final Map<String, Long> SMALLEST = Map.of("usd", 50L, "eur", 50L, "gbp", 30L);

    private Amounts() {}

    /**
     * @param tax on top, in minor units
     * @throws StripeError when the total is outside of Stripe's bounds
     */
    static void set(Tx tx, JsonObject session, long tax) {
        List<JsonObject> items = LineItems.in(session).toList();
        long subtotal = LineItems.subtotal(items);
        requireAtMost(subtotal, session);
        long discount = Discounts.of(tx, session, subtotal);
        long total = Math.addExact(subtotal - discount, tax);
        requireAtMost(total, session);
        requireAtLeast(total, session);
        share(items, subtotal, discount, "amount_discount");
        share(items, subtotal, tax, "amount_tax");
        items.forEach(Amounts::total);
        JsonObject details = new JsonObject();
        details.addProperty("amount_discount", discount);
        details.addProperty("amount_shipping", 0);
        details.addProperty("amount_tax", tax);
        session.addProperty("amount_subtotal", subtotal);
        session.addProperty("amount_total", total);
        session.add("total_details", details);
    }

    /** Each item gets what the whole reaches with it, less what it had reached before it. */
    private static void share(List<JsonObject> items, long subtotal, long whole, String field) {
        long reached = 0;
        long shared = 0;
        for (JsonObject item : items) {
            reached += Json.number(item, "amount_subtotal");
            long upToHere = subtotal == 0 ? 0 : Math.multiplyExact(whole, reached) / subtotal;
            item.addProperty(field, upToHere - shared);
            shared = upToHere;
        }
    }

    private static void total(JsonObject item) {
        item.addProperty(
                "amount_total",
                Json.number(item, "amount_subtotal")
                        - Json.number(item, "amount_discount")
                        + Json.number(item, "amount_tax"));
    }

    private static void requireAtMost(long amount, JsonObject session) {
        if (amount > PriceMaker.MAX_AMOUNT) {
            throw bound("amount_too_large", "less than or equal to", PriceMaker.MAX_AMOUNT, session);
        }
    }

    private static void requireAtLeast(long total, JsonObject session) {
        long smallest = SMALLEST.getOrDefault(Json.requiredString(session, "currency"), 1L);
        if (total > 0 && total < smallest) {
            throw bound("amount_too_small", "at least", smallest, session);
        }
    }

    private static StripeError bound(String code, String bound, long amount, JsonObject session) {
        String shown = Currencies.show(amount, Json.requiredString(session, "currency"));
        return StripeError.invalid(
                code, "line_items", "The Checkout Session's total amount must be " + bound + " " + shown + ".");
    }
}
