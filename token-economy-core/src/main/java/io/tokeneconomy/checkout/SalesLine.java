package io.tokeneconomy.checkout;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.Reversal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * Paid orders of one day, mode, currency and package, added up. Money is in the currency's smallest unit.
 *
 * @param key which orders
 * @param orders how many
 * @param tokens how many tokens they sold
 * @param grossMinor what was agreed for them, before taxes and discounts
 * @param refundedMinor what of their money was refunded, taxes included
 * @param disputedMinor what of their money disputes withdrew
 * @param reversedTokens how many of their tokens have to go back for that
 */
public record SalesLine(
        Key key,
        long orders,
        long tokens,
        long grossMinor,
        long refundedMinor,
        long disputedMinor,
        long reversedTokens) {

    /**
     * Which orders.
     *
     * @param day when they began, in UTC
     * @param mode whether their money is real
     * @param currency the three-letter code
     * @param packageId what was bought
     */
    public record Key(LocalDate day, PaymentMode mode, String currency, String packageId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
                .thenComparing(Key::mode)
                .thenComparing(Key::currency)
                .thenComparing(Key::packageId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** {@return the line of one order} */
    public static SalesLine of(Order order) {
        OrderItem item = order.item();
        Reversal back = order.reversal();
        LocalDate day = LocalDate.ofInstant(order.id().time(), ZoneOffset.UTC);
        return new SalesLine(
                new Key(day, order.mode(), item.price().currency(), item.packageId()),
                1,
                item.tokens(),
                item.price().amountMinor(),
                back.refundedMinor(),
                back.disputedMinor(),
                back.tokens());
    }

    /**
     * {@return both together, under this line's key}
     *
     * @throws ArithmeticException when a sum does not fit into 64 bits
     */
    public SalesLine plus(SalesLine other) {
        return new SalesLine(
                key,
                Math.addExact(orders, other.orders),
                Math.addExact(tokens, other.tokens),
                Math.addExact(grossMinor, other.grossMinor),
                Math.addExact(refundedMinor, other.refundedMinor),
                Math.addExact(disputedMinor, other.disputedMinor),
                Math.addExact(reversedTokens, other.reversedTokens));
    }
}
