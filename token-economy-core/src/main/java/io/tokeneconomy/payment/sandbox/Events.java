package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code /v1/events} ({@code docs.stripe.com/api/events}). */
final class Events {

    private static final String URL = "/v1/events";

    private Events() {}

    static List<Route> routes() {
        return List.of(
                Route.get(URL, Listing.accepted("type", "types[#]", "delivery_success"), Events::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> withPending(call.tx(), call.target(Kind.EVENT))));
    }

    private static JsonObject list(Call call) {
        Params params = call.params();
        String type = params.text("type");
        List<String> types = params.texts("types");
        Boolean delivered = params.flag("delivery_success");
        JsonObject list = Listing.of(
                call,
                Kind.EVENT,
                URL,
                event -> (type == null || Json.is(event, "type", type))
                        && (types.isEmpty() || types.contains(Json.requiredString(event, "type")))
                        && (delivered == null || delivered == isDelivered(call.tx(), event)));
        list.getAsJsonArray("data").asList().replaceAll(event -> withPending(call.tx(), event.getAsJsonObject()));
        return list;
    }

    static boolean isDelivered(Tx tx, JsonObject event) {
        return tx.find(Kind.DELIVERY, Json.requiredString(event, "id"))
                .map(DeliveryState::of)
                .filter(delivery -> delivery.phase() == DeliveryState.Phase.DELIVERED)
                .isPresent();
    }

    private static JsonObject withPending(Tx tx, JsonObject event) {
        JsonObject shown = event.deepCopy();
        shown.addProperty("pending_webhooks", isDelivered(tx, event) ? 0 : 1);
        return shown;
    }
}
