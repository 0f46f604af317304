package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import java.util.Map;

/**
 * Money to give back.
 *
 * @param paymentId of which payment ({@code pi_…})
 * @param amountMinor how much, 1 or more of the smallest unit of the payment's currency
 * @param key what makes it one refund however often it is asked for, 1 to 200 characters
 * @param metadata to be kept on the refund
 */
public record RefundRequest(String paymentId, long amountMinor, String key, Map<String, String> metadata) {

    private static final int MAX_TEXT = 200;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long, or the amount below 1 */
    public RefundRequest {
        Checks.text("paymentId", paymentId, MAX_TEXT);
        Checks.range("amountMinor", amountMinor, 1, Long.MAX_VALUE);
        Checks.text("key", key, MAX_TEXT);
        metadata = Checks.metadata("metadata", metadata, 50, 40, 500);
    }
}
