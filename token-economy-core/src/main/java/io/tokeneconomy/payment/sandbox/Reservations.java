package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** Money that is reserved first and taken, or given up, later (manual capture). */
final class Reservations {

    private static final String RESERVED = "requires_capture";

    private final EventLog events;

    Reservations(EventLog events) {
        this.events = events;
    }

    void reserve(Tx tx, JsonObject intent, JsonObject charge) {
        intent.addProperty("capture_method", "manual");
        intent.addProperty("status", RESERVED);
        intent.add("amount_capturable", intent.get("amount"));
        charge.addProperty("captured", false);
        put(tx, intent, charge);
        events.emit(tx, "charge.succeeded", charge);
        events.emit(tx, "payment_intent.amount_capturable_updated", intent);
    }

    /** @throws StripeError when the money is not reserved */
    JsonObject capture(Tx tx, JsonObject charge) {
        JsonObject intent = reserved(tx, charge);
        intent.addProperty("status", "succeeded");
        intent.add("amount_received", intent.get("amount"));
        charge.addProperty("captured", true);
        charge.add("amount_captured", charge.get("amount"));
        put(tx, intent, charge);
        events.emit(tx, "charge.captured", charge);
        events.emit(tx, "payment_intent.succeeded", intent);
        return intent;
    }

    /** @throws StripeError when the money is not reserved */
    JsonObject release(Tx tx, JsonObject charge) {
        JsonObject intent = reserved(tx, charge);
        intent.addProperty("status", "canceled");
        intent.addProperty("canceled_at", tx.nowSeconds());
        put(tx, intent, charge);
        events.emit(tx, "payment_intent.canceled", intent);
        return intent;
    }

    private static JsonObject reserved(Tx tx, JsonObject charge) {
        JsonObject intent = PaymentRef.required(tx, Kind.PAYMENT_INTENT, Json.requiredString(charge, "payment_intent"));
        if (!Json.is(intent, "status", RESERVED)) {
            throw StripeError.invalid(
                    "payment_intent_unexpected_state",
                    null,
                    "The money of payment " + Json.requiredString(intent, "id") + " is not reserved; its status is "
                            + Json.requiredString(intent, "status") + ".");
        }
        intent.addProperty("amount_capturable", 0);
        return intent;
    }

    private static void put(Tx tx, JsonObject intent, JsonObject charge) {
        tx.put(Kind.PAYMENT_INTENT, intent);
        tx.put(Kind.CHARGE, charge);
    }
}
