package io.tokeneconomy.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.ListedSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentPage;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's Checkout Sessions. What Stripe always gives but did not give is a failure, never a default. */
final class Sessions {

    // the ledger's key of a purchase holds the id
    private static final Pattern ID = Pattern.compile("cs_[A-Za-z0-9_]{1,180}");

    // docs.stripe.com/payments/paymentintents/lifecycle
    private static final Set<String> GIVEN_UP = Set.of("requires_payment_method", "canceled");

    private Sessions() {}

    static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    static CheckoutSession read(Session session) {
        String id = required("id", session.getId());
        return new CheckoutSession(
                id,
                kind(session.getMode()),
                status(session.getStatus()),
                paymentStatus(session),
                required("livemode", session.getLivemode()) ? PaymentMode.LIVE : PaymentMode.TEST,
                amounts(session),
                reversed(session.getPaymentIntentObject()),
                new PaymentRefs(id, session.getPaymentIntent(), session.getCustomer()),
                session.getClientReferenceId(),
                session.getMetadata() == null ? Map.of() : session.getMetadata(),
                page(session),
                Instant.ofEpochSecond(required("expires_at", session.getExpiresAt())),
                CustomFieldRequests.answers(session.getCustomFields()));
    }

    /** An entry of the list, which alone tells that delayed money will not come: the session says "unpaid" for ever. */
    static ListedSession listed(Session session) {
        CheckoutSession read = read(session);
        @Nullable PaymentIntent payment = session.getPaymentIntentObject();
        boolean failed = read.status() == Status.COMPLETE
                && read.paymentStatus() == PaymentStatus.UNPAID
                && payment != null
                && GIVEN_UP.contains(String.valueOf(payment.getStatus()));
        return new ListedSession(read, failed ? Change.ASYNC_PAYMENT_FAILED : null);
    }

    private static @Nullable Amounts amounts(Session session) {
        @Nullable Long subtotal = session.getAmountSubtotal();
        @Nullable Long total = session.getAmountTotal();
        @Nullable String currency = session.getCurrency();
        return subtotal == null || total == null || currency == null
                ? null
                : new Amounts(subtotal, total, currency, Lines.read(session.getLineItems()));
    }

    /** Only an open session can be paid; Stripe need not forget the secret of a closed one. */
    private static @Nullable PaymentPage page(Session session) {
        if (session.getUrl() != null) {
            return new PaymentPage.Hosted(session.getUrl());
        }
        boolean open = status(session.getStatus()) == Status.OPEN;
        return open && session.getClientSecret() != null
                ? new PaymentPage.Embedded(session.getClientSecret())
                : recovery(session.getAfterExpiration());
    }

    private static @Nullable PaymentPage recovery(Session.@Nullable AfterExpiration after) {
        Session.AfterExpiration.@Nullable Recovery recovery = after == null ? null : after.getRecovery();
        return recovery == null || recovery.getUrl() == null ? null : new PaymentPage.Recovery(recovery.getUrl());
    }

    private static Kind kind(@Nullable String mode) {
        return switch (String.valueOf(mode)) {
            case "payment" -> Kind.PAYMENT;
            case "subscription" -> Kind.SUBSCRIPTION;
            case "setup" -> Kind.SETUP;
            default -> Kind.OTHER;
        };
    }

    private static Status status(@Nullable String status) {
        return switch (String.valueOf(status)) {
            case "open" -> Status.OPEN;
            case "complete" -> Status.COMPLETE;
            case "expired" -> Status.EXPIRED;
            default -> Status.OTHER;
        };
    }

    /** Money that is reserved and not yet captured may never come. */
    private static PaymentStatus paymentStatus(Session session) {
        @Nullable PaymentIntent payment = session.getPaymentIntentObject();
        boolean reserved = payment != null && "requires_capture".equals(payment.getStatus());
        return reserved ? PaymentStatus.UNPAID : paymentStatus(session.getPaymentStatus());
    }

    static boolean reversed(@Nullable PaymentIntent payment) {
        @Nullable Charge charge = payment == null ? null : payment.getLatestChargeObject();
        return charge != null && isReversed(charge);
    }

    static boolean isReversed(Charge charge) {
        return Boolean.TRUE.equals(charge.getDisputed())
                || (charge.getAmountRefunded() != null && charge.getAmountRefunded() > 0);
    }

    private static PaymentStatus paymentStatus(@Nullable String status) {
        return switch (String.valueOf(status)) {
            case "paid" -> PaymentStatus.PAID;
            case "unpaid" -> PaymentStatus.UNPAID;
            case "no_payment_required" -> PaymentStatus.NO_PAYMENT_REQUIRED;
            default -> PaymentStatus.OTHER;
        };
    }

    private static <T> T required(String field, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "the session has no " + field);
    }
}
