package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** The PaymentIntent and the Charge behind a session: made at confirmation, moved on when the money arrives or not. */
final class Payments {

    private static final String INTENTS = "/v1/payment_intents";
    private static final String CHARGES = "/v1/charges";
    private static final List<String> COPIED = List.of(
            "description", "receipt_email", "statement_descriptor", "statement_descriptor_suffix", "transfer_group");
    private static final String FAILURE_CODE = "insufficient_funds";
    private static final String FAILURE = "The customer's account has insufficient funds to cover this payment.";

    private final EventLog events;
    private final Reservations reservations;
    private final Receipts receipts;

    Payments(EventLog events, Reservations reservations, Receipts receipts) {
        this.events = events;
        this.reservations = reservations;
        this.receipts = receipts;
    }

    /** {@code /v1/payment_intents} and {@code /v1/charges}: only reading. */
    static List<Route> routes() {
        return List.of(
                Route.get(INTENTS, Listing.accepted("customer"), call -> list(call, Kind.PAYMENT_INTENT, INTENTS)),
                Route.get(INTENTS + "/{id}", Accepted.of("client_secret"), call -> call.target(Kind.PAYMENT_INTENT)),
                Route.get(
                        CHARGES,
                        Listing.accepted("customer", "payment_intent", "!transfer_group"),
                        call -> list(call, Kind.CHARGE, CHARGES)),
                Route.get(CHARGES + "/{id}", Accepted.of(), call -> call.target(Kind.CHARGE)));
    }

    private static JsonObject list(Call call, Kind kind, String url) {
        return Listing.of(
                call, kind, url, Listing.fits("customer", call.params().text("customer")));
    }

    /** Confirms the session's payment: succeeded with a card or only reserved, processing when it is paid later. */
    void confirm(Tx tx, JsonObject session, TestCard card, boolean uncaptured) {
        JsonObject intent = intent(tx, session);
        JsonObject charge = charge(tx, session, intent, card);
        intent.addProperty("latest_charge", Json.requiredString(charge, "id"));
        session.addProperty("payment_intent", Json.requiredString(intent, "id"));
        SavedCards.keep(tx, session, intent, card);
        if (card.isLater()) {
            intent.addProperty("status", "processing");
            charge.addProperty("status", "pending");
            tx.put(Kind.PAYMENT_INTENT, intent);
            tx.put(Kind.CHARGE, charge);
        } else if (uncaptured) {
            charge.addProperty("paid", true);
            charge.addProperty("status", "succeeded");
            reservations.reserve(tx, intent, charge);
        } else {
            succeed(tx, intent, charge);
        }
    }

    /** The money of a pay-later payment has arrived, or never will. */
    void settle(Tx tx, JsonObject session, boolean success) {
        JsonObject intent = tx.find(Kind.PAYMENT_INTENT, Json.string(session, "payment_intent"))
                .orElseThrow(() -> new IllegalStateException("a complete session has its payment"));
        JsonObject charge = tx.find(Kind.CHARGE, Json.string(intent, "latest_charge"))
                .orElseThrow(() -> new IllegalStateException("a confirmed payment has its charge"));
        if (success) {
            succeed(tx, intent, charge);
        } else {
            fail(tx, intent, charge);
        }
    }

    private void succeed(Tx tx, JsonObject intent, JsonObject charge) {
        putSucceeded(tx, intent, charge, receipts);
        events.emit(tx, "charge.succeeded", charge);
        events.emit(tx, "payment_intent.succeeded", intent);
    }

    void succeedWithoutSession(Tx tx, JsonObject intent, JsonObject charge) {
        putSucceeded(tx, intent, charge, receipts);
        events.emit(tx, "charge.succeeded", charge);
        events.tell(tx, "payment_intent.succeeded", intent);
    }

    void failWithoutSession(Tx tx, JsonObject intent, JsonObject charge) {
        putRefused(tx, intent, charge);
        events.emit(tx, "charge.failed", charge);
        events.tell(tx, "payment_intent.payment_failed", intent);
    }

    static void putRefused(Tx tx, JsonObject intent, JsonObject charge) {
        charge.add(
                "outcome",
                outcome("issuer_declined", "declined_by_network", Json.requiredString(charge, "failure_message")));
        tx.put(Kind.PAYMENT_INTENT, intent);
        tx.put(Kind.CHARGE, charge);
    }

    static void putSucceeded(Tx tx, JsonObject intent, JsonObject charge, Receipts receipts) {
        intent.addProperty("status", "succeeded");
        intent.add("amount_received", intent.get("amount"));
        charge.addProperty("status", "succeeded");
        charge.addProperty("paid", true);
        charge.add("amount_captured", charge.get("amount"));
        receipts.addTo(charge);
        charge.add("outcome", outcome("authorized", "approved_by_network", "Payment complete."));
        tx.put(Kind.PAYMENT_INTENT, intent);
        tx.put(Kind.CHARGE, charge);
    }

    private void fail(Tx tx, JsonObject intent, JsonObject charge) {
        charge.addProperty("status", "failed");
        charge.addProperty("captured", false);
        charge.addProperty("failure_code", FAILURE_CODE);
        charge.addProperty("failure_message", FAILURE);
        charge.add("outcome", outcome("issuer_declined", "declined_by_network", FAILURE));
        JsonObject error = new JsonObject();
        error.addProperty("type", "invalid_request_error");
        error.addProperty("code", "payment_intent_payment_attempt_failed");
        error.addProperty("message", FAILURE);
        error.addProperty("charge", Json.requiredString(charge, "id"));
        intent.add("last_payment_error", error);
        intent.addProperty("status", "requires_payment_method");
        intent.add("payment_method", JsonNull.INSTANCE);
        tx.put(Kind.PAYMENT_INTENT, intent);
        tx.put(Kind.CHARGE, charge);
        events.emit(tx, "charge.failed", charge);
        events.emit(tx, "payment_intent.payment_failed", intent);
    }

    private static JsonObject intent(Tx tx, JsonObject session) {
        JsonObject intent = money(tx, session, Kind.PAYMENT_INTENT);
        JsonObject data = session.getAsJsonObject(SessionMaker.PAYMENT_DATA);
        COPIED.stream().filter(data::has).forEach(field -> intent.add(field, data.get(field)));
        intent.addProperty("payment_method", Kind.PAYMENT_METHOD.newId());
        return intent;
    }

    /** Metadata is copied from the PaymentIntent to its charge once, when the charge is made. */
    private static JsonObject charge(Tx tx, JsonObject session, JsonObject intent, TestCard card) {
        JsonObject charge = money(tx, session, Kind.CHARGE);
        charge.addProperty("payment_intent", Json.requiredString(intent, "id"));
        charge.addProperty("payment_method", Json.requiredString(intent, "payment_method"));
        charge.add("description", intent.get("description"));
        charge.add("billing_details", billing(session.getAsJsonObject("customer_details")));
        charge.add("payment_method_details", method(card));
        charge.addProperty("paid", false);
        charge.addProperty(TestCard.NOTE, card.name());
        return charge;
    }

    private static JsonObject money(Tx tx, JsonObject session, Kind kind) {
        JsonObject made = new JsonObject();
        made.addProperty("id", kind.newId());
        made.addProperty("object", kind.object());
        made.addProperty("created", tx.nowSeconds());
        made.add("amount", session.get("amount_total"));
        made.add("currency", session.get("currency"));
        JsonElement customer = session.get("customer");
        made.add("customer", customer == null ? JsonNull.INSTANCE : customer);
        if (session.has("presentment_details")) {
            made.add("presentment_details", session.get("presentment_details").deepCopy());
        }
        made.add(
                "metadata",
                session.getAsJsonObject(SessionMaker.PAYMENT_DATA)
                        .get("metadata")
                        .deepCopy());
        return made;
    }

    static JsonObject billing(JsonObject customer) {
        JsonObject billing = new JsonObject();
        billing.add("address", JsonNull.INSTANCE);
        billing.add("email", customer.get("email"));
        billing.add("name", customer.get("name"));
        billing.add("phone", JsonNull.INSTANCE);
        billing.add("tax_id", JsonNull.INSTANCE);
        return billing;
    }

    static JsonObject method(TestCard card) {
        JsonObject details = new JsonObject();
        details.addProperty("last4", card.last4());
        String type = card.isLater() ? "sepa_debit" : "card";
        if (card.isLater()) {
            details.addProperty("country", "AT");
        } else {
            details.addProperty("brand", card.brand());
            details.addProperty("country", "US");
            details.addProperty("exp_month", 12);
            details.addProperty("exp_year", 2034);
            details.addProperty("funding", "credit");
            details.addProperty("network", card.brand());
        }
        JsonObject method = new JsonObject();
        method.addProperty("type", type);
        method.add(type, details);
        return method;
    }

    private static JsonObject outcome(String type, String network, String message) {
        JsonObject outcome = new JsonObject();
        outcome.add("advice_code", JsonNull.INSTANCE);
        outcome.add("network_advice_code", JsonNull.INSTANCE);
        outcome.add("network_decline_code", JsonNull.INSTANCE);
        outcome.addProperty("network_status", network);
        outcome.add("reason", JsonNull.INSTANCE);
        outcome.addProperty("seller_message", message);
        outcome.addProperty("type", type);
        return outcome;
    }
}
