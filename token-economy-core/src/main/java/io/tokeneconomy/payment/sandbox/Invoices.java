package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/invoices} ({@code docs.stripe.com/api/invoices}): reading, and paying an open one again. */
final class Invoices {

    private static final String URL = "/v1/invoices";
    private static final List<String> STATUSES = List.of("draft", "open", "paid", "uncollectible", "void");

    private final SubscriptionBook subscriptions;

    Invoices(SubscriptionBook subscriptions) {
        this.subscriptions = subscriptions;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        URL,
                        Listing.accepted(
                                "customer",
                                "status",
                                "subscription",
                                "!collection_method",
                                "!customer_account",
                                "!due_date",
                                "!due_date[**]"),
                        Invoices::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.INVOICE)),
                Route.get(
                        URL + "/{id}/lines",
                        Listing.pagingOnly(),
                        call -> InvoiceMaker.page(call.target(Kind.INVOICE), call.params())),
                Route.post(
                        URL + "/{id}/pay",
                        Accepted.of(
                                "off_session",
                                "!forgive",
                                "!mandate",
                                "!paid_out_of_band",
                                "!payment_method",
                                "!source"),
                        this::pay));
    }

    private static JsonObject list(Call call) {
        Params params = call.params();
        @Nullable String subscription = params.text("subscription");
        Predicate<JsonObject> filter = Listing.fits("customer", params.text("customer"))
                .and(Listing.fits("status", params.oneOf("status", STATUSES)))
                .and(found -> subscription == null || subscription.equals(InvoiceBook.subscriptionOf(found)));
        return Listing.of(call, Kind.INVOICE, URL, filter);
    }

    private JsonObject pay(Call call) {
        JsonObject invoice = call.target(Kind.INVOICE);
        if (!InvoiceBook.isOpen(invoice)) {
            throw StripeError.invalid(null, null, "Invoice is already paid or can no longer be paid.");
        }
        boolean away = Boolean.TRUE.equals(call.params().flag("off_session"));
        subscriptions.retry(call.tx(), invoice, !away);
        return InvoiceBook.isOpen(invoice) ? refused(call.tx(), invoice) : invoice;
    }

    private static JsonObject refused(Tx tx, JsonObject invoice) {
        @Nullable String payment = InvoicePayments.intentOf(tx, Json.requiredString(invoice, "id"));
        JsonObject intent = tx.find(Kind.PAYMENT_INTENT, payment)
                .orElseThrow(() -> StripeError.invalid(
                        null, null, "This customer has no attached payment source or default payment method."));
        JsonObject body = new JsonObject();
        body.add(CardRefusal.FIELD, intent.getAsJsonObject("last_payment_error"));
        return body;
    }
}
