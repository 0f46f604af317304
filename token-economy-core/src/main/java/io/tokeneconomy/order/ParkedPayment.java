package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money that was taken but cannot be credited as it stands: recorded once per checkout session and listed until a
 * person decides.
 *
 * @param sessionId the checkout session ({@code cs_…})
 * @param mode whether the money is real
 * @param reason what does not fit, for a person to read
 * @param orderId the order it names, or null
 * @param amountMinor what was charged in all, in the currency's smallest unit
 * @param currency the three-letter code as the payment provider gave it
 * @param metadata the session's metadata as received
 * @param parkedAt when it was parked, whole microseconds
 */
public record ParkedPayment(
        String sessionId,
        PaymentMode mode,
        String reason,
        @Nullable String orderId,
        long amountMinor,
        String currency,
        Map<String, String> metadata,
        Instant parkedAt) {

    private static final int MAX_ID = 255;
    private static final int MAX_REASON = 1_000;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long */
    public ParkedPayment {
        Checks.text("sessionId", sessionId, MAX_ID);
        Checks.text("reason", reason, MAX_REASON);
        metadata = Map.copyOf(metadata);
        parkedAt = Checks.time("parkedAt", parkedAt);
    }
}
