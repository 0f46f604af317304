package io.tokeneconomy.payment.stripe;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.AdjustableQuantity;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Quantities;
import io.tokeneconomy.payment.CheckoutRequest;
import org.jspecify.annotations.Nullable;

/**
 * Says in Stripe's words what to open a checkout for. The same request gives the same parameters, always: an
 * idempotency key must not come twice with different ones.
 *
 * <p>Means of payment are not listed: Stripe offers what the Dashboard allows and fits the buyer, and
 * {@code payment_method_types} is gone from newer API versions.
 */
final class SessionRequests {

    private SessionRequests() {}

    static SessionCreateParams params(CheckoutRequest request) {
        request.metadata().keySet().forEach(SessionRequests::checkKey);
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setCustomer(request.customerId())
                .setClientReferenceId(request.order().account().value())
                .addLineItem(lineItem(request.order().item(), request.options().quantities()))
                .addExpand(StripeReads.LINES)
                .putAllMetadata(request.metadata())
                .setPaymentIntentData(payment(request))
                .setExpiresAt(request.expiresAt().getEpochSecond());
        addPlacement(params, request);
        SessionOptions.add(params, request.options());
        return params.build();
    }

    /** A hosted page returns to two addresses, an embedded one to one: docs.stripe.com/api/checkout/sessions/create. */
    static void addPlacement(SessionCreateParams.Builder params, CheckoutRequest request) {
        switch (request.options().placement()) {
            case HOSTED -> params.setSuccessUrl(request.successUrl()).setCancelUrl(request.cancelUrl());
            case EMBEDDED ->
                params.setUiMode(SessionCreateParams.UiMode.EMBEDDED_PAGE).setReturnUrl(request.successUrl());
            case EMBEDDED_STAYING ->
                params.setUiMode(SessionCreateParams.UiMode.EMBEDDED_PAGE)
                        .setReturnUrl(request.successUrl())
                        .setRedirectOnCompletion(SessionCreateParams.RedirectOnCompletion.IF_REQUIRED);
        }
    }

    private static PaymentIntentData payment(CheckoutRequest request) {
        PaymentIntentData.Builder payment = PaymentIntentData.builder().putAllMetadata(request.metadata());
        if (request.options().has(Feature.SAVE_CARD)) {
            payment.setSetupFutureUsage(PaymentIntentData.SetupFutureUsage.OFF_SESSION);
        }
        String receiptEmail = request.options().buyer().receiptEmail();
        if (receiptEmail != null) {
            payment.setReceiptEmail(receiptEmail);
        }
        return payment.build();
    }

    private static LineItem lineItem(OrderItem item, @Nullable Quantities quantities) {
        LineItem.Builder line = LineItem.builder().setQuantity(item.quantity());
        if (quantities != null) {
            line.setAdjustableQuantity(AdjustableQuantity.builder()
                    .setEnabled(true)
                    .setMinimum(quantities.minimum())
                    .setMaximum(quantities.maximum())
                    .build());
        }
        return item.priceId() == null
                ? line.setPriceData(inlinePrice(item)).build()
                : line.setPrice(item.priceId()).build();
    }

    private static PriceData inlinePrice(OrderItem item) {
        return PriceData.builder()
                .setCurrency(item.price().currency())
                .setUnitAmount(item.unitPrice().amountMinor())
                .setProductData(PriceData.ProductData.builder()
                        .setName(item.name())
                        .putMetadata("package_id", item.packageId())
                        .build())
                .build();
    }

    /** Brackets would nest: https://docs.stripe.com/metadata. */
    private static void checkKey(String key) {
        if (key.indexOf('[') >= 0 || key.indexOf(']') >= 0) {
            throw new InvalidValueException("metadata key", key, "a key without [ and ]");
        }
    }
}
