package io.tokeneconomy.payment;

import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checkout sessions made from others. */
public final class ScriptedSessions {

    private ScriptedSessions() {}

    /** The session in another state; a paid one has a payment. */
    public static CheckoutSession with(CheckoutSession session, Status status, PaymentStatus payment) {
        String intent = payment == PaymentStatus.PAID ? "pi_" + session.id() : null;
        return new CheckoutSession(
                session.id(),
                session.kind(),
                status,
                payment,
                session.mode(),
                session.amounts(),
                session.reversed(),
                new PaymentRefs(session.id(), intent, session.refs().customerId()),
                session.clientReferenceId(),
                session.metadata(),
                session.page(),
                session.expiresAt());
    }

    /** The session after its buyer has subscribed: the money is the invoice's. */
    static CheckoutSession begun(CheckoutSession s) {
        return new CheckoutSession(
                s.id(),
                s.kind(),
                Status.COMPLETE,
                PaymentStatus.PAID,
                s.mode(),
                s.amounts(),
                s.reversed(),
                s.refs(),
                s.clientReferenceId(),
                s.metadata(),
                null,
                s.expiresAt());
    }

    /** The same session under another id, with other metadata and amounts. */
    public static CheckoutSession copy(
            CheckoutSession session, String id, Map<String, String> metadata, @Nullable Amounts amounts) {
        return new CheckoutSession(
                id,
                session.kind(),
                session.status(),
                session.paymentStatus(),
                session.mode(),
                amounts,
                session.reversed(),
                new PaymentRefs(
                        id, session.refs().paymentIntentId(), session.refs().customerId()),
                session.clientReferenceId(),
                metadata,
                session.page(),
                Instant.EPOCH);
    }

    /** The session at other costs. */
    public static CheckoutSession costing(CheckoutSession s, Amounts amounts) {
        CheckoutSession copy = copy(s, s.id(), s.metadata(), amounts);
        return new CheckoutSession(
                copy.id(),
                copy.kind(),
                copy.status(),
                copy.paymentStatus(),
                copy.mode(),
                amounts,
                copy.reversed(),
                copy.refs(),
                copy.clientReferenceId(),
                copy.metadata(),
                copy.page(),
                s.expiresAt());
    }

    /** The session as another kind, in another mode, for another client. */
    public static CheckoutSession altered(CheckoutSession s, Kind kind, PaymentMode mode, @Nullable String reference) {
        return new CheckoutSession(
                s.id(),
                kind,
                s.status(),
                s.paymentStatus(),
                mode,
                s.amounts(),
                s.reversed(),
                s.refs(),
                reference,
                s.metadata(),
                s.page(),
                s.expiresAt());
    }

    /** The session after money of it went back, or came again. */
    static CheckoutSession reversed(CheckoutSession s, boolean reversed) {
        return new CheckoutSession(
                s.id(),
                s.kind(),
                s.status(),
                s.paymentStatus(),
                s.mode(),
                s.amounts(),
                reversed,
                s.refs(),
                s.clientReferenceId(),
                s.metadata(),
                s.page(),
                s.expiresAt());
    }
}
