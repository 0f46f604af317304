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
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.SubscriptionGateway;
import io.tokeneconomy.payment.SubscriptionRequest;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stripe's subscriptions, as far as tokens need them. */
final class StripeSubscriptions implements SubscriptionGateway {

    private static final Logger LOG = LoggerFactory.getLogger(StripeGateway.class);

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
        Opened opened =
                calls.create("opening the subscription of " + checkout.order().id(), key, options -> {
                    Session session = client.v1().checkout().sessions().create(params, options);
                    return new Opened(Sessions.read(session), Recurrence.of(session));
                });
        opened.recurrence().require(request);
        return opened.session();
    }

    private record Opened(CheckoutSession session, Recurrence recurrence) {}

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
        WindowPage<JsonObject> listed = listed(query);
        List<JsonObject> within = listed.items().stream()
                .filter(invoice -> Invoices.isCreatedOrPaidSince(invoice, query.from()))
                .toList();
        return read(new WindowPage<>(within, listed.next()));
    }

    /** Stripe lists by creation only. */
    private WindowPage<JsonObject> listed(WindowQuery query) {
        return calls.list("listing invoices", options -> {
            InvoiceListParams params = InvoiceListParams.builder()
                    .setCreated(InvoiceListParams.Created.builder()
                            .setGte(query.from().minus(LONGEST_DUNNING).getEpochSecond())
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

    private static WindowPage<JsonObject> page(JsonObject list) {
        List<JsonObject> data = list.getAsJsonArray("data").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        data.forEach(StripeSubscriptions::id);
        boolean more = list.get("has_more").getAsBoolean() && !data.isEmpty();
        return new WindowPage<>(data, more ? id(data.get(data.size() - 1)) : null);
    }

    /** One that cannot be read must not hold up the others on its page; an outage is no fault of the invoice. */
    private WindowPage<Invoice> read(WindowPage<JsonObject> page) {
        List<Invoice> invoices = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (JsonObject listed : page.items()) {
            try {
                whole(listed).ifPresent(invoices::add);
            } catch (RuntimeException e) {
                if (e instanceof PaymentException failure && failure.reason() != PaymentException.Reason.UNREADABLE) {
                    throw failure;
                }
                LOG.warn("Invoice {} in the list cannot be read: {}", id(listed), e.getMessage());
                unreadable.add(id(listed));
            }
        }
        return new WindowPage<>(invoices, page.next(), unreadable);
    }

    private Optional<Invoice> whole(JsonObject listed) {
        return Invoices.hasMoreLines(listed)
                ? invoice(id(listed))
                : Optional.of(Invoices.read(listed, false, List.of()));
    }

    private static String id(JsonObject invoice) {
        return RawJson.required(invoice, "id").getAsString();
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
