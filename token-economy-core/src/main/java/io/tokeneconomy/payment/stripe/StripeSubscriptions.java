package io.tokeneconomy.payment.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.SubscriptionGateway;
import io.tokeneconomy.payment.SubscriptionRequest;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.util.List;
import java.util.Optional;

/** Stripe's subscriptions, as far as tokens need them. */
final class StripeSubscriptions implements SubscriptionGateway {

    private final StripeClient client;
    private final StripeCalls calls;

    StripeSubscriptions(StripeClient client, StripeCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public CheckoutSession createSubscription(SubscriptionRequest request) {
        CheckoutRequest checkout = request.checkout();
        SessionCreateParams params = SubscriptionRequests.params(request);
        String key = IdempotencyKeys.subscription(
                checkout.order().id(), checkout.customerId(), checkout.options(), request.interval());
        return calls.create("opening the subscription of " + checkout.order().id(), key, options -> {
            Session session = client.v1().checkout().sessions().create(params, options);
            return Sessions.read(session);
        });
    }

    @Override
    public Optional<Invoice> invoice(String invoiceId) {
        return Invoices.isId(invoiceId)
                ? known("reading the invoice", reads -> reads.invoice(invoiceId))
                : Optional.empty();
    }

    @Override
    public Optional<Invoice> invoiceOf(String sessionId) {
        return Sessions.isId(sessionId)
                ? known("looking for the invoice of a checkout", reads -> reads.invoiceIdOf(sessionId))
                        .flatMap(this::invoice)
                : Optional.empty();
    }

    @Override
    public Optional<Invoice> invoicePaidBy(String paymentId) {
        return Payments.isIntent(paymentId) || Payments.isCharge(paymentId)
                ? known("looking for the invoice of a payment", reads -> reads.invoiceIdPaidBy(paymentId))
                        .flatMap(this::invoice)
                : Optional.empty();
    }

    /** Lines beyond the first page of an invoice are read one by one. */
    @Override
    public WindowPage<Invoice> paidInvoices(WindowQuery query) {
        return calls.list("listing invoices", options -> {
            InvoiceListParams params = InvoiceListParams.builder()
                    .setCreated(InvoiceListParams.Created.builder()
                            .setGte(query.from().getEpochSecond())
                            .setLt(query.to().getEpochSecond())
                            .build())
                    .setStatus(InvoiceListParams.Status.PAID)
                    .setLimit((long) query.limit())
                    .setStartingAfter(query.after())
                    .addExpand("data.payments")
                    .addExpand("data.parent.subscription_details.subscription")
                    .build();
            return page(client.v1().invoices().list(params, options).getRawJsonObject());
        });
    }

    private WindowPage<Invoice> page(JsonObject list) {
        List<JsonObject> data = list.getAsJsonArray("data").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        boolean more = list.get("has_more").getAsBoolean() && !data.isEmpty();
        List<Invoice> invoices = data.stream()
                .flatMap(invoice -> Invoices.hasMoreLines(invoice)
                        ? invoice(RawJson.required(invoice, "id").getAsString()).stream()
                        : Optional.of(Invoices.read(invoice, false, List.of())).stream())
                .toList();
        return new WindowPage<>(invoices, more ? RawJson.text(data.get(data.size() - 1), "id") : null);
    }

    /** Empty when Stripe does not know what is asked for. */
    private <T> Optional<T> known(String what, InvoiceReads.Read<T> read) {
        try {
            return calls.readMany(what, options -> Optional.ofNullable(read.from(new InvoiceReads(client, options))));
        } catch (StripeTrouble e) {
            if (e.unknownId()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
