package io.tokeneconomy.ledger;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The sale behind a purchase entry, as it was agreed when the checkout began.
 *
 * @param orderId the order
 * @param packageId the package bought, or the plan
 * @param price what it cost, before taxes and discounts
 * @param sessionId the payment provider's checkout session ({@code cs_…}), or invoice ({@code in_…})
 * @param paymentIntentId the payment ({@code pi_…}); null when nothing had to be paid
 * @param customerId the payment provider's customer ({@code cus_…}), or null for a guest
 */
public record PurchaseDetails(
        String orderId,
        String packageId,
        Money price,
        String sessionId,
        @Nullable String paymentIntentId,
        @Nullable String customerId) {

    private static final int MAX_ID = 255;

    /** @throws io.tokeneconomy.error.InvalidValueException when an id is missing or too long */
    public PurchaseDetails {
        Checks.text("orderId", orderId, MAX_ID);
        Checks.text("packageId", packageId, MAX_ID);
        Checks.text("sessionId", sessionId, MAX_ID);
        Checks.optionalText("paymentIntentId", paymentIntentId, MAX_ID);
        Checks.optionalText("customerId", customerId, MAX_ID);
    }
}
