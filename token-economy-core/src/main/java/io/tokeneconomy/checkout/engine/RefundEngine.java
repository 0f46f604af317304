package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.checkout.Orders;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.checkout.RefundResult;
import io.tokeneconomy.checkout.RefundResult.Reason;
import io.tokeneconomy.checkout.RefundResult.Refunded;
import io.tokeneconomy.checkout.RefundResult.Refused;
import io.tokeneconomy.checkout.Refunds;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.MoneyBack;
import io.tokeneconomy.fulfilment.Sale;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.Refund;
import java.util.Map;
import java.util.Optional;

/**
 * Refunds through the payment provider:
 *
 * <ol>
 *   <li>The payment is read. A refund that bears the key is the one that is asked for: the provider forgets idempotency
 *       keys after a day, metadata never.
 *   <li>Otherwise the refund is made, under an idempotency key, so that two at once make one.
 *   <li>The payment is booked the way a webhook would.
 * </ol>
 */
public final class RefundEngine implements Refunds {

    private static final String ASKED = "te_asked";

    private final Orders orders;
    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;

    /**
     * @param orders what was sold
     * @param gateway the provider
     * @param fulfilment books what went back
     */
    public RefundEngine(Orders orders, PaymentGateway gateway, Fulfilment fulfilment) {
        this.orders = orders;
        this.gateway = gateway;
        this.fulfilment = fulfilment;
    }

    @Override
    public RefundResult refund(OrderId id, RefundAmount amount, IdempotencyKey key) {
        Optional<Order> order = orders.find(id);
        if (order.isEmpty()) {
            return new Refused(Reason.UNKNOWN_ORDER, 0);
        }
        Optional<Payment> payment = payment(order.get());
        return payment.isEmpty()
                ? new Refused(Reason.NOTHING_PAID, 0)
                : refund(order.get(), payment.get(), amount, key);
    }

    private Optional<Payment> payment(Order order) {
        return Optional.of(order)
                .filter(paid -> paid.state() == OrderState.PAID)
                .flatMap(paid -> Optional.ofNullable(paid.refs().paymentIntentId()))
                .flatMap(gateway::payment)
                .filter(payment -> payment.chargedMinor() > 0);
    }

    private RefundResult refund(Order order, Payment payment, RefundAmount amount, IdempotencyKey key) {
        MoneyBack money = MoneyBack.of(payment);
        OneRefund one =
                new OneRefund(gateway, key, Map.of("order_id", order.id().value(), ASKED, words(amount)));
        Optional<Refund> earlier = one.madeBefore(payment);
        long minor = minor(order, amount, payment);
        if (earlier.isEmpty() && (minor < 1 || minor > money.left())) {
            return new Refused(Reason.TOO_MUCH, money.left());
        }
        Refund refund = earlier.orElseGet(() -> one.make(payment, minor));
        return isFor(amount, refund) ? booked(order, refund) : new Refused(Reason.KEY_CONFLICT, money.left());
    }

    /** A refund may be another's under the same key, who was faster. */
    private static boolean isFor(RefundAmount amount, Refund refund) {
        return amount instanceof RefundAmount.Minor minor
                ? minor.amountMinor() == refund.amountMinor()
                : words(amount).equals(refund.metadata().getOrDefault(ASKED, words(amount)));
    }

    private static String words(RefundAmount amount) {
        if (amount instanceof RefundAmount.Minor minor) {
            return minor.amountMinor() + " minor";
        }
        return amount instanceof RefundAmount.Tokens some ? some.tokens() + " tokens" : "everything";
    }

    private long minor(Order order, RefundAmount amount, Payment payment) {
        if (amount instanceof RefundAmount.Minor minor) {
            return minor.amountMinor();
        }
        if (amount instanceof RefundAmount.Tokens some) {
            long bought = order.item().tokens();
            MoneyBack money = MoneyBack.of(payment, sale(order).map(Sale::total).orElse(0L));
            boolean there = some.tokens() <= bought - money.tokensOf(bought);
            return there ? money.amountFor(some.tokens(), bought) : Long.MAX_VALUE;
        }
        return MoneyBack.of(payment).left();
    }

    private Optional<Sale> sale(Order order) {
        return Optional.ofNullable(order.refs().sessionId()).flatMap(fulfilment::find);
    }

    private Refunded booked(Order order, Refund refund) {
        sale(order).ifPresent(fulfilment::review);
        return new Refunded(orders.find(order.id()).orElse(order), refund);
    }
}
