package io.tokeneconomy.fulfilment;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Line;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was ordered a session is for: the provider's word on quantities counts, its amounts have to bear it out.
 *
 * <ol>
 *   <li>Everything in the basket has the price of what was ordered: its id, or where the price was given inline, what one
 *       costs.
 *   <li>Each line costs as many times that price before discounts, with its taxes or without: under taxes that are
 *       included in a price, either may be what the provider calls its subtotal.
 *   <li>The lines add up to what the session costs.
 * </ol>
 *
 * Without lines the session has to cost what was ordered, no more and no less.
 *
 * @param item what was ordered, as often as it was bought; null when the session is for something else
 * @param problem why it is; empty when it is not
 */
public record Bought(@Nullable OrderItem item, String problem) {

    /** {@return what a session with these amounts buys} */
    public static Bought of(OrderItem ordered, @Nullable Amounts charged) {
        if (charged == null) {
            return nothing("the session has no amount");
        }
        String currency = ordered.price().currency();
        if (!charged.currency().equals(currency)) {
            return nothing("the session is not in " + currency + " as the order is");
        }
        try {
            return charged.lines().isEmpty() ? asOrdered(ordered, charged) : byLines(ordered, charged);
        } catch (ArithmeticException | InvalidValueException e) {
            return nothing("the session is for more than can be sold");
        }
    }

    /** {@return what was ordered, as often as it was bought; empty when the session is for something else} */
    Optional<OrderItem> known() {
        return Optional.ofNullable(item);
    }

    private static Bought asOrdered(OrderItem ordered, Amounts charged) {
        long price = ordered.price().amountMinor();
        return charged.subtotal() == price
                ? new Bought(ordered, "")
                : nothing("the session charges " + charged.subtotal() + ", the price was " + price);
    }

    private static Bought byLines(OrderItem ordered, Amounts charged) {
        long unit = ordered.unitPrice().amountMinor();
        for (Line line : charged.lines()) {
            if (!isOf(ordered, line)) {
                return nothing("the session is also for something else than was ordered");
            }
            if (!costs(line, unit)) {
                return nothing("the session charges " + line.subtotal() + " for " + line.quantity()
                        + ", the price of one was " + unit);
            }
        }
        long sum = charged.lines().stream().mapToLong(Line::subtotal).reduce(0, Math::addExact);
        return sum == charged.subtotal()
                ? new Bought(ordered.withQuantity(quantity(charged)), "")
                : nothing("the session charges " + charged.subtotal() + ", what is bought costs " + sum);
    }

    private static boolean isOf(OrderItem ordered, Line line) {
        String priceId = ordered.priceId();
        Long unit = line.unit();
        return priceId == null
                ? unit != null && unit == ordered.unitPrice().amountMinor()
                : priceId.equals(line.priceId());
    }

    private static boolean costs(Line line, long unit) {
        long price = Math.multiplyExact(unit, line.quantity());
        boolean bearsOut = line.subtotal() == price || Math.addExact(line.total(), line.discount()) == price;
        return line.quantity() > 0 && bearsOut;
    }

    private static long quantity(Amounts charged) {
        return charged.lines().stream().mapToLong(Line::quantity).reduce(0, Math::addExact);
    }

    private static Bought nothing(String problem) {
        return new Bought(null, problem);
    }
}
