package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Audit;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money that was taken but cannot be credited as it stands: recorded once per checkout session and listed until it is
 * resolved.
 *
 * @param sessionId the checkout session ({@code cs_…}), or the invoice ({@code in_…})
 * @param mode whether the money is real
 * @param reason what does not fit, for a person to read
 * @param orderId the order it names, or null
 * @param amountMinor what was charged in all, in the currency's smallest unit
 * @param currency the three-letter code as the payment provider gave it
 * @param metadata the session's metadata as received
 * @param parkedAt when it was parked, whole microseconds
 * @param resolvedAt when it was credited, refunded or released after all, whole microseconds; null while a person is
 *     needed
 * @param looks how often its money was looked at, counted where no order counts it
 * @param dismissal who decided that nothing is to be done about it, and why; null when nobody did
 */
public record ParkedPayment(
        String sessionId,
        PaymentMode mode,
        String reason,
        @Nullable String orderId,
        long amountMinor,
        String currency,
        Map<String, String> metadata,
        Instant parkedAt,
        @Nullable Instant resolvedAt,
        long looks,
        @Nullable Audit dismissal) {

    private static final int MAX_ID = 255;
    private static final int MAX_REASON = 1_000;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long, or a time out of range */
    public ParkedPayment {
        Checks.text("sessionId", sessionId, MAX_ID);
        Checks.text("reason", reason, MAX_REASON);
        Checks.range("looks", looks, 0, Long.MAX_VALUE);
        metadata = Map.copyOf(metadata);
        parkedAt = Checks.time("parkedAt", parkedAt);
        resolvedAt = resolvedAt == null ? null : Checks.time("resolvedAt", resolvedAt);
    }

    /** A payment that nobody looked at or decided about yet. */
    public ParkedPayment(
            String sessionId,
            PaymentMode mode,
            String reason,
            @Nullable String orderId,
            long amountMinor,
            String currency,
            Map<String, String> metadata,
            Instant parkedAt,
            @Nullable Instant resolvedAt) {
        this(sessionId, mode, reason, orderId, amountMinor, currency, metadata, parkedAt, resolvedAt, 0, null);
    }

    /** {@return this payment, no person needed any more since then} */
    public ParkedPayment resolved(Instant at) {
        return with(at, looks, dismissal);
    }

    /** {@return this payment, its money looked at once more} */
    public ParkedPayment lookedAt() {
        return with(resolvedAt, looks + 1, dismissal);
    }

    /** {@return this payment, with the decision that nothing is to be done about it} */
    public ParkedPayment dismissed(Audit audit, Instant at) {
        return with(at, looks, audit);
    }

    /** {@return whether a person decided that nothing is to be done about it} */
    public boolean isDismissed() {
        return dismissal != null;
    }

    private ParkedPayment with(@Nullable Instant newResolvedAt, long newLooks, @Nullable Audit newDismissal) {
        return new ParkedPayment(
                sessionId,
                mode,
                reason,
                orderId,
                amountMinor,
                currency,
                metadata,
                parkedAt,
                newResolvedAt,
                newLooks,
                newDismissal);
    }
}
