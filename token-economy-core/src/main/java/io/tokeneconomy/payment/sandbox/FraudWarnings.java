package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** A card network's warning that a payment will probably be disputed. It is only told; nothing is kept of it. */
final class FraudWarnings {

    private static final String OBJECT = "radar.early_fraud_warning";

    private final EventLog events;

    FraudWarnings(EventLog events) {
        this.events = events;
    }

    /** Returns the warning's id. */
    String warn(Tx tx, JsonObject charge) {
        JsonObject warning = new JsonObject();
        String id = Ids.random("issfr_1", 23);
        warning.addProperty("id", id);
        warning.addProperty("object", OBJECT);
        warning.addProperty("actionable", !Json.flag(charge, "refunded") && !Json.flag(charge, "disputed"));
        warning.addProperty("charge", Json.requiredString(charge, "id"));
        warning.addProperty("created", tx.nowSeconds());
        warning.addProperty("fraud_type", "made_with_stolen_card");
        warning.addProperty("livemode", false);
        warning.add("payment_intent", charge.get("payment_intent"));
        events.emit(tx, OBJECT + ".created", warning);
        return id;
    }
}
