package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** What sessions that sell once and those that begin a subscription differ in. */
final class SessionMode {

    /** Private field: what the subscription will carry. */
    static final String SUBSCRIPTION_DATA = "_subscription_data";

    private static final String MODE = "mode";
    private static final String PAYMENT = "payment";
    private static final String SUBSCRIPTION = "subscription";

    private SessionMode() {}

    /** @throws StripeError when the mode is not played here, or the request has what belongs to the other one */
    static void add(JsonObject session, Params params) {
        params.required(MODE);
        String mode = params.oneOf(MODE, List.of(PAYMENT, "setup", SUBSCRIPTION));
        if ("setup".equals(mode)) {
            throw StripeError.invalid(
                    null, MODE, "This sandbox supports only the modes payment and subscription, not setup.");
        }
        session.addProperty(MODE, mode);
        if (isSubscription(session)) {
            refuse(params, SUBSCRIPTION, "payment_intent_data", "invoice_creation", "customer_creation");
            session.addProperty("payment_method_collection", "always");
        } else {
            refuse(params, PAYMENT, "subscription_data");
        }
        Params given = params.inside("subscription_data");
        JsonObject data = new JsonObject();
        data.add("metadata", Metadata.of(given));
        data.add("description", Json.of(given.text("description")));
        session.add(SUBSCRIPTION_DATA, data);
    }

    private static void refuse(Params params, String mode, String... names) {
        for (String name : names) {
            if (params.has(name)) {
                throw StripeError.invalid(null, name, "You can not pass `" + name + "` in `" + mode + "` mode.");
            }
        }
    }

    static boolean isSubscription(JsonObject session) {
        return Json.is(session, MODE, SUBSCRIPTION);
    }

    /** @throws StripeError when a price of this kind cannot be sold by the session */
    static void requireFit(JsonObject session, JsonObject price, String param) {
        boolean recurring = Json.is(price, "type", "recurring");
        if (recurring && !isSubscription(session)) {
            throw StripeError.invalid(
                    null,
                    param,
                    "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or"
                            + " use only one-time prices.");
        }
        if (!recurring && isSubscription(session)) {
            throw StripeError.invalid(null, param, "This sandbox sells only recurring prices in `subscription` mode.");
        }
    }

    /** @throws StripeError when recurring prices are of several intervals */
    static void requireOneInterval(List<JsonObject> items) {
        JsonObject first = items.get(0).getAsJsonObject("price");
        boolean alike = items.stream()
                .map(item -> item.getAsJsonObject("price"))
                .allMatch(price -> BillingCycle.isSame(price, first));
        if (!alike) {
            throw StripeError.invalid(
                    null, "line_items", "This sandbox sells only prices of one interval in one subscription.");
        }
    }
}
