package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.Order;
import java.time.Instant;
import java.util.Map;

/**
 * What a checkout is opened for.
 *
 * @param order the order, committed already
 * @param customerId the buyer at the provider
 * @param successUrl where the buyer returns after paying; may hold {@code {CHECKOUT_SESSION_ID}}, which the provider
 *     replaces
 * @param cancelUrl where the buyer returns without paying; not for an embedded page, which is left with its shop
 * @param metadata to be kept on the session and on its payment
 * @param expiresAt when the checkout closes, whole seconds count
 * @param options what the page offers and asks for
 */
public record CheckoutRequest(
        Order order,
        String customerId,
        String successUrl,
        String cancelUrl,
        Map<String, String> metadata,
        Instant expiresAt,
        CheckoutOptions options) {

    private static final int MAX_URL = 2_000;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long */
    public CheckoutRequest {
        Checks.text("customerId", customerId, 255);
        Checks.text("successUrl", successUrl, MAX_URL);
        Checks.text("cancelUrl", cancelUrl, MAX_URL);
        metadata = Checks.metadata("metadata", metadata, 50, 40, 500);
    }
}
