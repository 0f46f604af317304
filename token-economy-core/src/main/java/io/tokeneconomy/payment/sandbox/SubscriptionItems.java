package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a subscription charges for in every period. Its items share one interval, and so one period. */
final class SubscriptionItems {

    private static final String FIELD = "items";
    private static final String DATA = "data";
    private static final String START = "current_period_start";
    private static final String END = "current_period_end";

    private SubscriptionItems() {}

    /** @param bought the items of a session */
    static void add(JsonObject subscription, List<JsonObject> bought) {
        String id = Json.requiredString(subscription, "id");
        JsonArray items = new JsonArray();
        bought.forEach(item -> items.add(item(subscription, item)));
        JsonObject list = new JsonObject();
        list.addProperty("object", "list");
        list.add(DATA, items);
        list.addProperty("has_more", false);
        list.addProperty("url", "/v1/subscription_items?subscription=" + id);
        subscription.add(FIELD, list);
    }

    private static JsonObject item(JsonObject subscription, JsonObject bought) {
        JsonObject item = new JsonObject();
        item.addProperty("id", Kind.SUBSCRIPTION_ITEM.newId());
        item.addProperty("object", Kind.SUBSCRIPTION_ITEM.object());
        item.add("created", subscription.get("created"));
        item.add("metadata", bought.get("metadata").deepCopy());
        item.add("quantity", bought.get("quantity"));
        item.add("subscription", subscription.get("id"));
        price(item, bought.getAsJsonObject("price"));
        return item;
    }

    static void price(JsonObject item, JsonObject price) {
        item.add("price", price.deepCopy());
        item.add("plan", plan(price));
    }

    /** The older name of a price, which Stripe still shows beside it. */
    static JsonObject plan(JsonObject price) {
        JsonObject plan = new JsonObject();
        plan.add("id", price.get("id"));
        plan.addProperty("object", Kind.PLAN.object());
        plan.add("active", price.get("active"));
        plan.add("amount", price.get("unit_amount"));
        plan.add("amount_decimal", price.get("unit_amount_decimal"));
        plan.add("created", price.get("created"));
        plan.add("currency", price.get("currency"));
        plan.add("product", price.get("product"));
        JsonObject recurring = price.getAsJsonObject("recurring");
        plan.add("interval", recurring.get("interval"));
        plan.add("interval_count", recurring.get("interval_count"));
        return plan;
    }

    static List<JsonObject> of(JsonObject subscription) {
        JsonArray data = subscription.getAsJsonObject(FIELD).getAsJsonArray(DATA);
        return StreamSupport.stream(data.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static long amount(JsonObject item) {
        return Math.multiplyExact(
                Json.number(item.getAsJsonObject("price"), "unit_amount"), Json.number(item, "quantity"));
    }

    static void period(JsonObject subscription, long start, long end) {
        of(subscription).forEach(item -> {
            item.addProperty(START, start);
            item.addProperty(END, end);
        });
    }

    static long periodStart(JsonObject subscription) {
        return Json.number(of(subscription).get(0), START);
    }

    static long periodEnd(JsonObject subscription) {
        return Json.number(of(subscription).get(0), END);
    }
}
