package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider's ids for an order, as far as they are known.
 *
 * @param sessionId the checkout session ({@code cs_…}), or the invoice ({@code in_…}) that was paid
 * @param paymentIntentId the payment ({@code pi_…})
 * @param customerId the customer ({@code cus_…})
 */
public record PaymentRefs(
        @Nullable String sessionId,
        @Nullable String paymentIntentId,
        @Nullable String customerId) {

    /** Nothing known yet. */
    public static final PaymentRefs NONE = new PaymentRefs(null, null, null);

    private static final int MAX_ID = 255;

    /** @throws io.tokeneconomy.error.InvalidValueException when an id is too long */
    public PaymentRefs {
        Checks.optionalText("sessionId", sessionId, MAX_ID);
        Checks.optionalText("paymentIntentId", paymentIntentId, MAX_ID);
        Checks.optionalText("customerId", customerId, MAX_ID);
    }
}
