package io.tokeneconomy.payment.sandbox;

import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.Price;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.service.V1Services;
import java.util.List;

/** Somebody who subscribes for 9.99 a month, and what Stripe says of it. */
final class Subscriber {

    static final String CARD = "4242424242424242";

    private final StripeSandbox sandbox;
    private final V1Services stripe;

    Subscriber(StripeSandbox sandbox) {
        this.sandbox = sandbox;
        this.stripe = new Shop(sandbox).stripe().v1();
    }

    V1Services stripe() {
        return stripe;
    }

    Price price(long amount) throws StripeException {
        return stripe.prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("usd")
                        .setUnitAmount(amount)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Plan")
                                .build())
                        .build());
    }

    static SessionCreateParams.Builder request(String price) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setSuccessUrl(Shop.SUCCESS)
                .setSubscriptionData(SessionCreateParams.SubscriptionData.builder()
                        .putMetadata("order_id", "o-1")
                        .build())
                .addLineItem(LineItem.builder().setPrice(price).setQuantity(1L).build());
    }

    Session open() throws StripeException {
        return open(request(price(999).getId()));
    }

    Session open(SessionCreateParams.Builder request) throws StripeException {
        return stripe.checkout().sessions().create(request.build());
    }

    Session read(Session session) throws StripeException {
        return stripe.checkout().sessions().retrieve(session.getId());
    }

    Subscription begun() throws StripeException {
        return paid(open());
    }

    Subscription paid(Session session) throws StripeException {
        sandbox.pay(session.getId(), CARD);
        return stripe.subscriptions().retrieve(read(session).getSubscription());
    }

    Subscription again(Subscription subscription) throws StripeException {
        return stripe.subscriptions().retrieve(subscription.getId());
    }

    Subscription change(Subscription subscription, SubscriptionUpdateParams.Builder change) throws StripeException {
        return stripe.subscriptions().update(subscription.getId(), change.build());
    }

    /** Newest first. */
    List<Invoice> invoices(Subscription subscription) throws StripeException {
        return stripe.invoices()
                .list(InvoiceListParams.builder()
                        .setSubscription(subscription.getId())
                        .setLimit(100L)
                        .addExpand("data.payments")
                        .addExpand("data.parent.subscription_details.subscription")
                        .build())
                .getData();
    }

    static long end(Subscription subscription) {
        return subscription.getItems().getData().get(0).getCurrentPeriodEnd();
    }

    /** The types of the events from the n-th on. */
    List<String> told(int from) {
        List<EmittedEvent> events = sandbox.events();
        return events.subList(from, events.size()).stream()
                .map(EmittedEvent::type)
                .toList();
    }
}
