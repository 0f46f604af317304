package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the money of an invoice from a saved card: one PaymentIntent for all tries, a charge for each. */
final class InvoiceCharge {

    private final EventLog events;
    private final DisputeBook disputes;
    private final Receipts receipts;

    InvoiceCharge(EventLog events, DisputeBook disputes, Receipts receipts) {
        this.events = events;
        this.disputes = disputes;
        this.receipts = receipts;
    }

    /**
     * Tries to take what is due.
     *
     * @param ownerIsThere whether the card's owner looks on, and authenticates where he is asked to
     * @return why the card was refused; empty when it paid
     */
    Optional<CardRefusal> take(Tx tx, JsonObject invoice, JsonObject method, boolean ownerIsThere) {
        TestCard card = TestCard.ofCharge(method);
        JsonObject intent = intent(tx, invoice);
        intent.add("payment_method", method.get("id"));
        JsonObject charge = OffSession.charge(tx, intent, method, card);
        Optional<CardRefusal> refusal = card.refusalWhenAway().filter(why -> !ownerIsThere || !why.isAbsence());
        refusal.ifPresentOrElse(why -> refuse(tx, intent, charge, why), () -> succeed(tx, intent, charge));
        JsonObject payment = InvoicePayments.note(tx, invoice, intent, refusal.isEmpty());
        if (refusal.isEmpty()) {
            events.emit(tx, "invoice_payment.paid", payment);
            disputes.follow(tx, charge, card.aftermath());
        }
        return refusal;
    }

    private void succeed(Tx tx, JsonObject intent, JsonObject charge) {
        Payments.putSucceeded(tx, intent, charge, receipts);
        events.emit(tx, "charge.succeeded", charge);
        events.emit(tx, "payment_intent.succeeded", intent);
    }

    private void refuse(Tx tx, JsonObject intent, JsonObject charge, CardRefusal refusal) {
        OffSession.refuse(intent, charge, refusal);
        Payments.putRefused(tx, intent, charge);
        events.emit(tx, "charge.failed", charge);
        events.emit(tx, "payment_intent.payment_failed", intent);
    }

    /** Without metadata: at Stripe, too, the subscription's stays on the subscription and its invoices. */
    private static JsonObject intent(Tx tx, JsonObject invoice) {
        @Nullable String known = InvoicePayments.intentOf(tx, Json.requiredString(invoice, "id"));
        return tx.find(Kind.PAYMENT_INTENT, known).orElseGet(() -> {
            JsonObject intent = new JsonObject();
            intent.addProperty("id", Kind.PAYMENT_INTENT.newId());
            intent.addProperty("object", Kind.PAYMENT_INTENT.object());
            intent.addProperty("created", tx.nowSeconds());
            intent.add("amount", invoice.get("amount_due"));
            intent.add("currency", invoice.get("currency"));
            intent.add("customer", invoice.get("customer"));
            boolean first = Json.is(invoice, "billing_reason", "subscription_create");
            intent.addProperty("description", first ? "Subscription creation" : "Subscription update");
            intent.add("metadata", new JsonObject());
            return intent;
        });
    }
}
