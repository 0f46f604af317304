package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.TopUp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers, parked payments and backlogs as documents. */
final class OtherFields {

    static final String USER = AccountFields.USER;
    static final String SESSION = "stripe_session_id";
    static final String RESOLVED = "resolved";
    static final String SUBSCRIBER = "subscriber";

    private OtherFields() {}

    static Fields customer(CustomerKey key, Customer customer) {
        TopUp topUp = customer.topUp();
        return new Fields()
                .text(USER, key.account().value())
                .name("mode", key.mode())
                .text("stripe_customer_id", customer.id())
                .texts("top_up", topUp == null ? Map.of() : topUp.texts());
    }

    static Customer customer(Found found) {
        return new Customer(
                found.text("stripe_customer_id"), found.has("top_up") ? TopUp.ofTexts(found.texts("top_up")) : null);
    }

    static Fields parked(ParkedPayment payment) {
        return new Fields()
                .text(SESSION, payment.sessionId())
                .name("mode", payment.mode())
                .text("reason", payment.reason())
                .text("order_id", payment.orderId())
                .number("amount_minor", payment.amountMinor())
                .text("currency", payment.currency())
                .texts("metadata", payment.metadata())
                .time("parked_at", payment.parkedAt())
                .flag(RESOLVED, payment.resolvedAt() != null)
                .time("resolved_at", payment.resolvedAt())
                .number("looks", payment.looks())
                .text(
                        "dismissed_by",
                        payment.dismissal() == null ? null : payment.dismissal().actor())
                .text(
                        "dismissed_for",
                        payment.dismissal() == null ? null : payment.dismissal().reason());
    }

    static ParkedPayment parked(Found found) {
        return new ParkedPayment(
                found.text(SESSION),
                found.name("mode", PaymentMode.class),
                found.text("reason"),
                found.optionalText("order_id"),
                found.number("amount_minor"),
                found.text("currency"),
                found.texts("metadata"),
                found.time("parked_at"),
                found.optionalTime("resolved_at"),
                found.number("looks"),
                dismissal(found));
    }

    private static @Nullable Audit dismissal(Found found) {
        String actor = found.optionalText("dismissed_by");
        String reason = found.optionalText("dismissed_for");
        return actor == null || reason == null ? null : new Audit(actor, reason);
    }

    static Fields backlog(Backlog backlog) {
        return new Fields()
                .text(SUBSCRIBER, backlog.key().subscriber())
                .text(USER, backlog.key().account().value())
                .number("delivered", backlog.delivered())
                .time("leased_until", backlog.leasedUntil());
    }

    static Backlog backlog(Found found) {
        return new Backlog(
                new BacklogKey(found.text(SUBSCRIBER), AccountFields.id(found)),
                found.number("delivered"),
                found.optionalTime("leased_until"));
    }
}
