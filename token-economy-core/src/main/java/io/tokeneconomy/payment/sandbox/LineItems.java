package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a session sells. The items keep the price as it was when the session was made. */
final class LineItems {

    /** The private field of a session that holds its items. */
    static final String FIELD = "_line_items";

    static final int MAX_ITEMS = 100;

    /** Private fields of a price: it, or its product too, was made by a session and goes with it. */
    static final String INLINE = "_inline";

    static final String INLINE_PRODUCT = "_inline_product";

    static final long MAX_QUANTITY = 999_999;

    private LineItems() {}

    /** @throws StripeError when an item is wrong, or the items do not share one currency */
    static List<JsonObject> of(Tx tx, JsonObject session, Params params) {
        List<Params> given = params.list("line_items");
        if (given.isEmpty()) {
            throw StripeError.missingParam("line_items");
        }
        if (given.size() > MAX_ITEMS) {
            throw StripeError.invalid(null, "line_items", "At most " + MAX_ITEMS + " line items are allowed.");
        }
        List<JsonObject> items = new ArrayList<>();
        for (Params item : given) {
            items.add(item(tx, session, item));
        }
        if (items.stream()
                        .map(item -> Json.requiredString(item, "currency"))
                        .distinct()
                        .count()
                > 1) {
            throw StripeError.invalid(null, "line_items", "All line items must have the same currency.");
        }
        if (SessionMode.isSubscription(session)) {
            SessionMode.requireOneInterval(items);
        }
        return items;
    }

    static long subtotal(List<JsonObject> items) {
        return items.stream()
                .mapToLong(item -> Json.number(item, "amount_subtotal"))
                .reduce(0, Math::addExact);
    }

    static Stream<JsonObject> in(JsonObject session) {
        return StreamSupport.stream(session.getAsJsonArray(FIELD).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    /** The first page of the items, as {@code expand[]=line_items} shows it. */
    static JsonObject listOf(JsonObject session) {
        return page(session, Params.of(Map.of()));
    }

    static JsonObject page(JsonObject session, Params params) {
        String url = "/v1/checkout/sessions/" + Json.requiredString(session, "id") + "/line_items";
        return Listing.page(params, url, in(session));
    }

    private static JsonObject item(Tx tx, JsonObject session, Params params) {
        JsonObject price = price(tx, params);
        SessionMode.requireFit(session, price, params.path("price"));
        long quantity = quantity(params);
        long amount = Math.multiplyExact(Json.number(price, "unit_amount"), quantity);
        JsonObject item = new JsonObject();
        item.addProperty("id", Ids.random("li_1", 23));
        item.addProperty("object", "item");
        item.add("adjustable_quantity", Basket.adjustable(params));
        item.addProperty("amount_discount", 0);
        item.addProperty("amount_subtotal", amount);
        item.addProperty("amount_tax", 0);
        item.addProperty("amount_total", amount);
        item.addProperty("currency", Json.requiredString(price, "currency"));
        item.addProperty("description", productName(tx, price));
        item.add("metadata", Metadata.of(params));
        item.add("price", price);
        item.addProperty("quantity", quantity);
        return item;
    }

    private static long quantity(Params params) {
        params.required("quantity");
        return Objects.requireNonNull(params.integer("quantity", 1, MAX_QUANTITY));
    }

    private static JsonObject price(Tx tx, Params item) {
        String id = item.text("price");
        Params data = item.inside("price_data");
        if ((id == null) == data.isEmpty()) {
            throw StripeError.invalid(
                    "parameter_missing", item.path("price"), "Each line item needs exactly one of price, price_data.");
        }
        return id == null ? inline(tx, data) : existing(tx, item, id);
    }

    static JsonObject existing(Tx tx, Params item, String id) {
        JsonObject price =
                tx.find(Kind.PRICE, id).orElseThrow(() -> StripeError.noReferent(Kind.PRICE, item.path("price"), id));
        if (!Json.flag(price, "active")) {
            throw StripeError.invalid(
                    null,
                    item.path("price"),
                    "The price specified is inactive. This field only accepts active prices.");
        }
        return price;
    }

    /** As at Stripe, the price is kept, but inactive, so that no other session can use it. */
    private static JsonObject inline(Tx tx, Params data) {
        Params productData = data.inside("product_data");
        String product = data.text("product");
        if ((product == null) == productData.isEmpty()) {
            throw StripeError.invalid(
                    "parameter_missing", data.path("product"), "Give exactly one of product, product_data.");
        }
        String productId = product == null
                ? Json.requiredString(Products.make(tx, productData), "id")
                : PriceMaker.existingProduct(tx, data, product);
        JsonObject price = PriceMaker.make(tx, data, productId);
        price.addProperty("active", false);
        price.addProperty(INLINE, true);
        price.addProperty(INLINE_PRODUCT, product == null);
        tx.put(Kind.PRICE, price);
        return price;
    }

    static String productName(Tx tx, JsonObject price) {
        return tx.find(Kind.PRODUCT, Json.string(price, "product"))
                .map(product -> Json.requiredString(product, "name"))
                .orElse("");
    }
}
