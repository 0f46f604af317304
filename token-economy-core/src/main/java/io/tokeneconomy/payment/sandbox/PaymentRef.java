package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** Finds the charge of a payment by whichever of its ids is at hand. */
final class PaymentRef {

    private PaymentRef() {}

    /**
     * @param id of a Checkout Session, an invoice, a PaymentIntent or a charge
     * @throws StripeError when there is no such object, or it has no charge
     */
    static JsonObject charge(Tx tx, String id) {
        if (id.startsWith("in_")) {
            required(tx, Kind.INVOICE, id);
            return ofIntent(tx, required(tx, Kind.PAYMENT_INTENT, String.valueOf(InvoicePayments.intentOf(tx, id))));
        }
        if (id.startsWith("cs_")) {
            JsonObject session = required(tx, Kind.SESSION, id);
            String invoice = Json.string(session, "invoice");
            if (invoice != null) {
                return charge(tx, invoice);
            }
            String intent = Json.string(session, "payment_intent");
            if (intent == null) {
                throw StripeError.invalid(null, null, "Session " + id + " has no payment.");
            }
            return ofIntent(tx, required(tx, Kind.PAYMENT_INTENT, intent));
        }
        return id.startsWith("pi_")
                ? ofIntent(tx, required(tx, Kind.PAYMENT_INTENT, id))
                : required(tx, Kind.CHARGE, id);
    }

    private static JsonObject ofIntent(Tx tx, JsonObject intent) {
        return tx.find(Kind.CHARGE, Json.string(intent, "latest_charge"))
                .orElseThrow(() -> StripeError.invalid(
                        null, "payment_intent", "This PaymentIntent does not have a successful charge to refund."));
    }

    static JsonObject required(Tx tx, Kind kind, String id) {
        return tx.find(kind, id).orElseThrow(() -> StripeError.notFound(kind, "id", id));
    }
}
