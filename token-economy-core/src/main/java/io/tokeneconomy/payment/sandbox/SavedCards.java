package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards that buyers left for later, by a session with {@code setup_future_usage}: attached to their customer. */
final class SavedCards {

    private SavedCards() {}

    /** {@code /v1/customers/{id}/payment_methods}: only reading. */
    static List<Route> routes() {
        return List.of(Route.get(
                "/v1/customers/{id}/payment_methods",
                Listing.pagingOnly().and("type", "allow_redisplay"),
                SavedCards::list));
    }

    private static JsonObject list(Call call) {
        boolean unknown = call.tx()
                .find(Kind.CUSTOMER, call.id())
                .filter(found -> !Json.flag(found, "deleted"))
                .isEmpty();
        if (unknown) {
            throw StripeError.notFound(Kind.CUSTOMER, "customer", call.id());
        }
        String type = call.params().text("type");
        return Listing.of(
                call,
                Kind.PAYMENT_METHOD,
                "/v1/customers/" + call.id() + "/payment_methods",
                method -> Json.is(method, "customer", call.id()) && (type == null || Json.is(method, "type", type)));
    }

    /** Keeps the card of a session's payment, when the session says so and there is somebody to keep it for. */
    static void keep(Tx tx, JsonObject session, JsonObject intent, TestCard card) {
        String usage = Json.string(session.getAsJsonObject(SessionMaker.PAYMENT_DATA), "setup_future_usage");
        @Nullable String customer = Json.string(session, "customer");
        if (usage == null || customer == null || card.isLater()) {
            return;
        }
        intent.addProperty("setup_future_usage", usage);
        attach(tx, session, Json.requiredString(intent, "payment_method"), card);
    }

    /** Keeps a card under an id for the customer of a session. */
    static void attach(Tx tx, JsonObject session, String id, TestCard card) {
        JsonObject method = new JsonObject();
        method.addProperty("id", id);
        method.addProperty("object", Kind.PAYMENT_METHOD.object());
        method.addProperty("created", tx.nowSeconds());
        method.add("customer", session.get("customer"));
        method.addProperty("type", "card");
        method.add("billing_details", Payments.billing(session.getAsJsonObject("customer_details")));
        become(method, card);
        tx.put(Kind.PAYMENT_METHOD, method);
    }

    /** Gives a kept card another number. */
    static void become(JsonObject method, TestCard card) {
        method.add("card", card(card));
        method.addProperty(TestCard.NOTE, card.name());
    }

    private static JsonObject card(TestCard card) {
        JsonObject made = new JsonObject();
        made.addProperty("brand", card.brand());
        made.add("checks", JsonNull.INSTANCE);
        made.addProperty("country", "US");
        made.addProperty("display_brand", card.brand());
        made.addProperty("exp_month", 12);
        made.addProperty("exp_year", 2034);
        made.addProperty("fingerprint", "sandbox" + card.last4());
        made.addProperty("funding", "credit");
        made.add("generated_from", JsonNull.INSTANCE);
        made.addProperty("last4", card.last4());
        JsonArray available = new JsonArray();
        available.add(card.brand());
        JsonObject networks = new JsonObject();
        networks.add("available", available);
        networks.add("preferred", JsonNull.INSTANCE);
        made.add("networks", networks);
        made.add("regulated_status", JsonNull.INSTANCE);
        made.add("three_d_secure_usage", JsonNull.INSTANCE);
        made.add("wallet", JsonNull.INSTANCE);
        return made;
    }
}
