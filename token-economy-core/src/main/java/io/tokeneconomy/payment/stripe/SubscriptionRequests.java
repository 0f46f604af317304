package io.tokeneconomy.payment.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.SubscriptionData;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.SubscriptionRequest;
import java.util.EnumSet;
import java.util.Set;

/** Says in Stripe's words what to open a subscription's checkout for. The same request gives the same parameters. */
final class SubscriptionRequests {

    private SubscriptionRequests() {}

    static SessionCreateParams params(SubscriptionRequest request) {
        CheckoutRequest checkout = request.checkout();
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
                .setCustomer(checkout.customerId())
                .setClientReferenceId(checkout.order().account().value())
                .addLineItem(lineItem(checkout.order().item(), request.interval()))
                .addExpand(StripeReads.LINES)
                .putAllMetadata(checkout.metadata())
                .setSubscriptionData(SubscriptionData.builder()
                        .putAllMetadata(checkout.metadata())
                        .build())
                .setExpiresAt(checkout.expiresAt().getEpochSecond());
        SessionRequests.addPlacement(params, checkout);
        SessionOptions.add(params, possible(checkout.options()));
        return params.build();
    }

    /** A subscription has invoices by itself, and its button is not the seller's to label. */
    private static CheckoutOptions possible(CheckoutOptions options) {
        Set<CheckoutOptions.Feature> features = EnumSet.noneOf(CheckoutOptions.Feature.class);
        features.addAll(options.features());
        features.remove(CheckoutOptions.Feature.INVOICE);
        return new CheckoutOptions(
                features, options.locale(), null, options.submitText(), options.placement(), null, options.buyer());
    }

    private static LineItem lineItem(OrderItem item, Interval interval) {
        LineItem.Builder line = LineItem.builder().setQuantity(1L);
        return item.priceId() == null
                ? line.setPriceData(inlinePrice(item, interval)).build()
                : line.setPrice(item.priceId()).build();
    }

    private static PriceData inlinePrice(OrderItem item, Interval interval) {
        return PriceData.builder()
                .setCurrency(item.price().currency())
                .setUnitAmount(item.price().amountMinor())
                .setRecurring(PriceData.Recurring.builder()
                        .setInterval(interval(interval))
                        .build())
                .setProductData(PriceData.ProductData.builder()
                        .setName(item.name())
                        .putMetadata("plan_id", item.packageId())
                        .build())
                .build();
    }

    private static PriceData.Recurring.Interval interval(Interval interval) {
        return switch (interval) {
            case MONTH -> PriceData.Recurring.Interval.MONTH;
            case YEAR -> PriceData.Recurring.Interval.YEAR;
        };
    }
}
