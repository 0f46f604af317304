package io.tokeneconomy.payment.stripe;

import com.stripe.model.PaymentIntent;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Payments with saved cards, which no checkout belongs to, read like a checkout that bears the payment's id. So all that
 * happens to a sale happens to theirs: crediting, parking, refunds, disputes, reconciliation.
 */
final class ChargedPayments {

    private ChargedPayments() {}

    /** Null when the payment is not one of these: that of a checkout must not count a second time. */
    static @Nullable CheckoutSession read(PaymentIntent intent) {
        Map<String, String> metadata = intent.getMetadata() == null ? Map.of() : intent.getMetadata();
        if (!ChargeRequest.isMarked(metadata)) {
            return null;
        }
        String id = required("id", intent.getId());
        String status = String.valueOf(intent.getStatus());
        long amount = required("amount", intent.getAmount());
        return new CheckoutSession(
                id,
                Kind.PAYMENT,
                status(status),
                status.equals("succeeded") ? PaymentStatus.PAID : PaymentStatus.UNPAID,
                required("livemode", intent.getLivemode()) ? PaymentMode.LIVE : PaymentMode.TEST,
                new Amounts(amount, amount, required("currency", intent.getCurrency())),
                Sessions.reversed(intent),
                new PaymentRefs(id, id, intent.getCustomer()),
                null,
                metadata,
                null,
                Instant.ofEpochSecond(required("created", intent.getCreated())));
    }

    private static Status status(String status) {
        return switch (status) {
            case "succeeded", "processing" -> Status.COMPLETE;
            case "canceled" -> Status.EXPIRED;
            default -> Status.OPEN;
        };
    }

    private static <T> T required(String field, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "the payment has no " + field);
    }
}
