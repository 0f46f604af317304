package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.LineItemCollection;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionLineItemListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.SavedCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reading at Stripe, each request with options of its own; further pages of a list have those of the first. */
final class StripeReads {

    /** What was bought; at first as much of it as fits on a page of ten. */
    static final String LINES = "line_items";

    /** Stripe's largest page. */
    private static final long PAGE = 100;

    private final StripeClient client;
    private final Supplier<RequestOptions> options;

    StripeReads(StripeClient client, Supplier<RequestOptions> options) {
        this.client = client;
        this.options = options;
    }

    /** Something read at Stripe, or null when there is none. */
    @FunctionalInterface
    interface Read<T> {
        @Nullable
        T from(StripeReads reads) throws StripeException;
    }

    /**
     * A session with its payment, so that one look tells whether money was captured, and whether some went back, and with
     * all that is bought.
     */
    Session session(String id) throws StripeException {
        SessionRetrieveParams params = SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge")
                .addExpand(LINES)
                .build();
        Session session = client.v1().checkout().sessions().retrieve(id, params, options.get());
        @Nullable LineItemCollection lines = session.getLineItems();
        if (lines != null && Boolean.TRUE.equals(lines.getHasMore())) {
            session.setLineItems(allLines(id));
        }
        return session;
    }

    private LineItemCollection allLines(String id) throws StripeException {
        SessionLineItemListParams params =
                SessionLineItemListParams.builder().setLimit(PAGE).build();
        LineItemCollection complete = new LineItemCollection();
        complete.setData(all(client.v1().checkout().sessions().lineItems().list(id, params, options.get())));
        complete.setHasMore(false);
        return complete;
    }

    /** The payment's session; where it has none, the payment itself. */
    @Nullable
    String sessionOrIntentOf(String paymentId) throws StripeException {
        String intent = Payments.isIntent(paymentId)
                ? paymentId
                : client.v1().charges().retrieve(paymentId, options.get()).getPaymentIntent();
        if (intent == null) {
            return null;
        }
        SessionListParams params = SessionListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(1L)
                .build();
        List<Session> found =
                client.v1().checkout().sessions().list(params, options.get()).getData();
        return found.isEmpty() ? intent : found.get(0).getId();
    }

    Payment payment(String intentId) throws StripeException {
        return Payments.read(intent(intentId), refunds(intentId), disputes(intentId));
    }

    PaymentIntent intent(String intentId) throws StripeException {
        PaymentIntentRetrieveParams params =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        return client.v1().paymentIntents().retrieve(intentId, params, options.get());
    }

    @Nullable
    String invoicePage(String invoiceId) throws StripeException {
        return client.v1().invoices().retrieve(invoiceId, options.get()).getHostedInvoiceUrl();
    }

    List<SavedCard> savedCards(String customer) throws StripeException {
        return new SavedCards(client, options.get()).of(customer);
    }

    @Nullable
    CardCharge charged(ChargeRequest request, Instant since) throws StripeException {
        return new SavedCards(client, options.get()).charged(request, since);
    }

    private List<Refund> refunds(String intentId) throws StripeException {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(PAGE)
                .build();
        return all(client.v1().refunds().list(params, options.get()));
    }

    private List<Dispute> disputes(String intentId) throws StripeException {
        DisputeListParams params = DisputeListParams.builder()
                .setPaymentIntent(intentId)
                .setLimit(PAGE)
                .build();
        return all(client.v1().disputes().list(params, options.get()));
    }

    private static <T extends com.stripe.model.HasId> List<T> all(StripeCollection<T> firstPage) {
        List<T> all = new ArrayList<>();
        firstPage.autoPagingIterable().forEach(all::add);
        return all;
    }
}
