package io.tokeneconomy.payment.stripe;

import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.InvoiceLineItemListParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import io.tokeneconomy.payment.Invoice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reading invoices at Stripe, each request with options of its own. */
final class InvoiceReads {

    /** Stripe's largest page. */
    private static final long PAGE = 100;

    private final StripeClient client;
    private final Supplier<RequestOptions> options;

    InvoiceReads(StripeClient client, Supplier<RequestOptions> options) {
        this.client = client;
        this.options = options;
    }

    /** Something read at Stripe, or null when there is none. */
    @FunctionalInterface
    interface Read<T> {
        @Nullable
        T from(InvoiceReads reads) throws StripeException;
    }

    Invoice invoice(String id) throws StripeException {
        InvoiceRetrieveParams params = InvoiceRetrieveParams.builder()
                .addExpand("payments")
                .addExpand("parent.subscription_details.subscription")
                .build();
        JsonObject invoice =
                client.v1().invoices().retrieve(id, params, options.get()).getRawJsonObject();
        List<JsonObject> lines = Invoices.hasMoreLines(invoice) ? linesBeyond(id, invoice) : List.of();
        return Invoices.read(invoice, isReversed(Invoices.payments(invoice)), lines);
    }

    private List<JsonObject> linesBeyond(String id, JsonObject invoice) throws StripeException {
        List<JsonObject> beyond = new ArrayList<>();
        List<JsonObject> page = Invoices.objects(invoice, "lines");
        boolean more = true;
        while (more) {
            InvoiceLineItemListParams params = InvoiceLineItemListParams.builder()
                    .setLimit(PAGE)
                    .setStartingAfter(RawJson.text(page.get(page.size() - 1), "id"))
                    .build();
            JsonObject answer = client.v1()
                    .invoices()
                    .lineItems()
                    .list(id, params, options.get())
                    .getRawJsonObject();
            page = answer.getAsJsonArray("data").asList().stream()
                    .map(line -> line.getAsJsonObject())
                    .toList();
            beyond.addAll(page);
            more = answer.get("has_more").getAsBoolean() && !page.isEmpty();
        }
        return beyond;
    }

    private boolean isReversed(List<String> payments) throws StripeException {
        if (payments.size() != 1) {
            return false;
        }
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        PaymentIntent intent = client.v1().paymentIntents().retrieve(payments.get(0), params, options.get());
        @Nullable Charge charge = intent.getLatestChargeObject();
        return charge != null && Sessions.isReversed(charge);
    }

    @Nullable
    String invoiceIdOf(String sessionId) throws StripeException {
        return client.v1()
                .checkout()
                .sessions()
                .retrieve(sessionId, options.get())
                .getInvoice();
    }

    @Nullable
    String invoiceIdPaidBy(String paymentId) throws StripeException {
        String intent = Payments.isIntent(paymentId)
                ? paymentId
                : client.v1().charges().retrieve(paymentId, options.get()).getPaymentIntent();
        if (intent == null) {
            return null;
        }
        InvoicePaymentListParams params = InvoicePaymentListParams.builder()
                .setPayment(InvoicePaymentListParams.Payment.builder()
                        .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                        .setPaymentIntent(intent)
                        .build())
                .setLimit(1L)
                .build();
        List<InvoicePayment> found =
                client.v1().invoicePayments().list(params, options.get()).getData();
        return found.isEmpty() ? null : found.get(0).getInvoice();
    }
}
