package io.tokeneconomy.payment.sandbox;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.List;

/** One paid purchase, and what is asked of Stripe when its money goes back. */
final class MoneyBack {

    private final StripeSandbox sandbox;
    private final Shop shop;
    private final String session;
    private final String intent;
    private final String charge;

    MoneyBack(StripeSandbox sandbox, String card) throws StripeException {
        this.sandbox = sandbox;
        shop = new Shop(sandbox);
        session = shop.open().getId();
        sandbox.pay(session, card);
        intent = shop.read(session).getPaymentIntent();
        charge = shop.stripe().v1().paymentIntents().retrieve(intent).getLatestCharge();
    }

    String session() {
        return session;
    }

    String intent() {
        return intent;
    }

    Charge charge() throws StripeException {
        return shop.stripe().v1().charges().retrieve(charge);
    }

    RefundCreateParams.Builder request() {
        return RefundCreateParams.builder().setPaymentIntent(intent);
    }

    Refund refund(RefundCreateParams.Builder request) throws StripeException {
        return shop.stripe().v1().refunds().create(request.build());
    }

    Refund refund(RefundCreateParams.Builder request, String key) throws StripeException {
        return shop.stripe()
                .v1()
                .refunds()
                .create(
                        request.build(),
                        RequestOptions.builder().setIdempotencyKey(key).build());
    }

    Refund refund(String id) throws StripeException {
        return shop.stripe().v1().refunds().retrieve(id);
    }

    Refund cancel(String id) throws StripeException {
        return shop.stripe().v1().refunds().cancel(id);
    }

    List<Refund> refunds() throws StripeException {
        return shop.stripe()
                .v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(intent)
                        .setLimit(100L)
                        .build())
                .getData();
    }

    Dispute dispute(String id) throws StripeException {
        return shop.stripe().v1().disputes().retrieve(id);
    }

    List<Dispute> disputes() throws StripeException {
        return shop.stripe()
                .v1()
                .disputes()
                .list(DisputeListParams.builder().setCharge(charge).build())
                .getData();
    }

    /** The types of the events since the completion of the session, in order. */
    List<String> told() {
        return sandbox.events().stream()
                .map(EmittedEvent::type)
                .filter(type -> !type.startsWith("checkout."))
                .toList();
    }
}
