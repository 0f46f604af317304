package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was paid of an invoice, or is to be ({@code docs.stripe.com/api/invoice-payment}): one for each invoice here. */
final class InvoicePayments {

    private static final String URL = "/v1/invoice_payments";
    private static final String PAYMENT = "payment";
    private static final String INTENT = "payment_intent";

    private InvoicePayments() {}

    /** {@code /v1/invoice_payments}: only reading. */
    static List<Route> routes() {
        return List.of(
                Route.get(
                        URL,
                        Listing.accepted(
                                "invoice", "status", "payment[type]", "payment[payment_intent]", "!payment[**]"),
                        InvoicePayments::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.INVOICE_PAYMENT)));
    }

    private static JsonObject list(Call call) {
        Params params = call.params();
        Params payment = params.inside(PAYMENT);
        if (!payment.isEmpty()) {
            payment.required("type");
            payment.oneOf("type", List.of(INTENT));
            payment.required(INTENT);
        }
        String intent = payment.text(INTENT);
        Predicate<JsonObject> filter = Listing.fits("invoice", params.text("invoice"))
                .and(Listing.fits("status", params.oneOf("status", List.of("open", "paid", "canceled"))))
                .and(found -> intent == null || intent.equals(intentOf(found)));
        return Listing.of(call, Kind.INVOICE_PAYMENT, URL, filter);
    }

    /** Those of an invoice, as {@code expand[]=payments} shows them. */
    static JsonObject listOf(Tx tx, String invoice) {
        String url = URL + "?invoice=" + invoice;
        return Listing.page(
                Params.of(Map.of()), url, ofInvoice(tx, invoice).stream().map(JsonObject::deepCopy));
    }

    private static Optional<JsonObject> ofInvoice(Tx tx, String invoice) {
        return tx.newestFirst(Kind.INVOICE_PAYMENT)
                .filter(Listing.fits("invoice", invoice))
                .findFirst();
    }

    /** The PaymentIntent of an invoice; null before the first try to pay it. */
    static @Nullable String intentOf(Tx tx, String invoice) {
        return ofInvoice(tx, invoice).map(InvoicePayments::intentOf).orElse(null);
    }

    private static @Nullable String intentOf(JsonObject payment) {
        return Json.string(payment.getAsJsonObject(PAYMENT), INTENT);
    }

    /** Notes a try to pay an invoice, and answers it as it stands then. */
    static JsonObject note(Tx tx, JsonObject invoice, JsonObject intent, boolean paid) {
        String id = Json.requiredString(invoice, "id");
        JsonObject payment = ofInvoice(tx, id).map(JsonObject::deepCopy).orElseGet(() -> begun(tx, invoice, intent));
        payment.addProperty("status", paid ? "paid" : "open");
        if (paid) {
            payment.add("amount_paid", payment.get("amount_requested"));
            JsonObject transitions = new JsonObject();
            transitions.add("canceled_at", JsonNull.INSTANCE);
            transitions.addProperty("paid_at", tx.nowSeconds());
            payment.add("status_transitions", transitions);
        }
        tx.put(Kind.INVOICE_PAYMENT, payment);
        return payment;
    }

    private static JsonObject begun(Tx tx, JsonObject invoice, JsonObject intent) {
        JsonObject payment = new JsonObject();
        payment.addProperty("id", Kind.INVOICE_PAYMENT.newId());
        payment.addProperty("object", Kind.INVOICE_PAYMENT.object());
        payment.add("amount_requested", invoice.get("amount_due"));
        payment.addProperty("created", tx.nowSeconds());
        payment.add("currency", invoice.get("currency"));
        payment.add("invoice", invoice.get("id"));
        JsonObject by = new JsonObject();
        by.add(INTENT, intent.get("id"));
        by.addProperty("type", INTENT);
        payment.add(PAYMENT, by);
        return payment;
    }
}
