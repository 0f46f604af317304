package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** Makes the lines of invoices: a whole period of an item, or a part of one after a change ({@code docs.stripe.com/api/invoice-line-item}). */
final class InvoiceLine {

    private static final String ITEM = "subscription_item_details";
    private static final String LOOSE = "invoice_item_details";

    private InvoiceLine() {}

    /** The item's period, which is the subscription's current one. */
    static JsonObject whole(Tx tx, JsonObject subscription, JsonObject item) {
        long start = SubscriptionItems.periodStart(subscription);
        long end = SubscriptionItems.periodEnd(subscription);
        JsonObject line = line(tx, subscription, item, SubscriptionItems.amount(item), start, end);
        JsonObject details = details(subscription, false);
        details.add("invoice_item", JsonNull.INSTANCE);
        details.add("subscription_item", item.get("id"));
        line.add("parent", parent(ITEM, details));
        return line;
    }

    /** @param amount negative when it gives back */
    static JsonObject part(Tx tx, JsonObject subscription, JsonObject item, long amount) {
        JsonObject line =
                line(tx, subscription, item, amount, tx.nowSeconds(), SubscriptionItems.periodEnd(subscription));
        line.addProperty("discountable", false);
        JsonObject details = details(subscription, true);
        details.addProperty("invoice_item", Ids.random("ii_1", 23));
        line.add("parent", parent(LOOSE, details));
        String name = Json.requiredString(line, "description");
        line.addProperty("description", (amount < 0 ? "Unused time on " : "Remaining time on ") + name);
        return line;
    }

    private static JsonObject line(Tx tx, JsonObject subscription, JsonObject item, long amount, long start, long end) {
        JsonObject price = item.getAsJsonObject("price");
        JsonObject line = new JsonObject();
        line.addProperty("id", Kind.INVOICE_LINE.newId());
        line.addProperty("object", Kind.INVOICE_LINE.object());
        line.addProperty("amount", amount);
        line.addProperty("subtotal", amount);
        line.add("currency", price.get("currency"));
        line.addProperty("description", Json.number(item, "quantity") + " × " + LineItems.productName(tx, price));
        line.add("metadata", subscription.getAsJsonObject("metadata").deepCopy());
        line.add("quantity", item.get("quantity"));
        line.addProperty("quantity_decimal", Json.requiredString(item, "quantity"));
        line.add("subscription", subscription.get("id"));
        JsonObject period = new JsonObject();
        period.addProperty("end", end);
        period.addProperty("start", start);
        line.add("period", period);
        line.add("pricing", pricing(price));
        return line;
    }

    private static JsonObject pricing(JsonObject price) {
        JsonObject details = new JsonObject();
        details.add("price", price.get("id"));
        details.add("product", price.get("product"));
        JsonObject pricing = new JsonObject();
        pricing.add("price_details", details);
        pricing.addProperty("type", "price_details");
        pricing.add("unit_amount_decimal", price.get("unit_amount_decimal"));
        return pricing;
    }

    private static JsonObject details(JsonObject subscription, boolean proration) {
        JsonObject credited = new JsonObject();
        credited.add("credited_items", JsonNull.INSTANCE);
        JsonObject details = new JsonObject();
        details.addProperty("proration", proration);
        details.add("proration_details", credited);
        details.add("subscription", subscription.get("id"));
        return details;
    }

    private static JsonObject parent(String type, JsonObject details) {
        JsonObject parent = new JsonObject();
        parent.add(LOOSE, JsonNull.INSTANCE);
        parent.add(ITEM, JsonNull.INSTANCE);
        parent.add(type, details);
        parent.addProperty("type", type);
        return parent;
    }

    static long sum(JsonArray lines) {
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            sum = Math.addExact(sum, Json.number(lines.get(i).getAsJsonObject(), "amount"));
        }
        return sum;
    }
}
