package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.order.Reversal;

/** An order as a document. */
final class OrderFields {

    static final String USER = AccountFields.USER;
    static final String ID = "order_id";
    static final String STATE = "state";

    private OrderFields() {}

    static Fields write(Order order) {
        OrderItem item = order.item();
        PaymentRefs refs = order.refs();
        Reversal reversal = order.reversal();
        return new Fields()
                .text(ID, order.id().value())
                .text(USER, order.account().value())
                .name("mode", order.mode())
                .name(STATE, order.state())
                .text("package_id", item.packageId())
                .text("package_name", item.name())
                .number("tokens", item.tokens())
                .number("price_minor", item.price().amountMinor())
                .text("currency", item.price().currency())
                .text("stripe_price_id", item.priceId())
                .number("quantity", item.quantity())
                .text("stripe_session_id", refs.sessionId())
                .text("stripe_payment_intent_id", refs.paymentIntentId())
                .text("stripe_customer_id", refs.customerId())
                .number("charged_minor", reversal.chargedMinor())
                .number("refunded_minor", reversal.refundedMinor())
                .number("disputed_minor", reversal.disputedMinor())
                .number("reversed_tokens", reversal.tokens())
                .number("taken_tokens", reversal.taken())
                .number("readings", reversal.readings())
                .time("created_at", order.createdAt())
                .time("updated_at", order.updatedAt());
    }

    static Order read(Found found) {
        OrderItem item = new OrderItem(
                found.text("package_id"),
                found.text("package_name"),
                found.number("tokens"),
                Money.of(found.number("price_minor"), found.text("currency")),
                found.optionalText("stripe_price_id"),
                found.number("quantity"));
        PaymentRefs refs = new PaymentRefs(
                found.optionalText("stripe_session_id"),
                found.optionalText("stripe_payment_intent_id"),
                found.optionalText("stripe_customer_id"));
        return new Order(
                new OrderId(found.text(ID)),
                AccountFields.id(found),
                found.name("mode", PaymentMode.class),
                item,
                found.name(STATE, OrderState.class),
                refs,
                reversal(found),
                found.time("created_at"),
                found.time("updated_at"));
    }

    private static Reversal reversal(Found found) {
        return new Reversal(
                found.number("charged_minor"),
                found.number("refunded_minor"),
                found.number("disputed_minor"),
                found.number("reversed_tokens"),
                found.number("taken_tokens"),
                found.number("readings"));
    }
}
