package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** The refund object as it begins, still without a status. */
final class RefundMaker {

    private RefundMaker() {}

    static JsonObject make(Tx tx, JsonObject charge, RefundOrder order, long amount) {
        JsonObject refund = new JsonObject();
        refund.addProperty("id", Kind.REFUND.newId());
        refund.addProperty("object", Kind.REFUND.object());
        refund.addProperty("amount", amount);
        refund.addProperty("charge", Json.requiredString(charge, "id"));
        refund.addProperty("created", tx.nowSeconds());
        refund.add("currency", charge.get("currency"));
        refund.add("destination_details", destination(charge));
        refund.add("metadata", order.metadata());
        refund.add("payment_intent", charge.get("payment_intent"));
        refund.add("reason", Json.of(order.reason()));
        return refund;
    }

    private static JsonObject destination(JsonObject charge) {
        String type = Json.requiredString(charge.getAsJsonObject("payment_method_details"), "type");
        JsonObject inner = new JsonObject();
        if (type.equals("card")) {
            inner.addProperty("type", "refund");
        }
        JsonObject details = new JsonObject();
        details.add(type, inner);
        details.addProperty("type", type);
        return details;
    }
}
