package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.Refund;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the provider said of a payment, and how many answers an order (or, without one, the parked
 * payment) had seen before it was asked. An answer that
 * another one has overtaken counts no more: it may be the older one.
 *
 * @param payment what it said
 * @param total what all that was sold cost; 0 when that is what was charged
 * @param before {@link io.tokeneconomy.order.Reversal#readings()}, or {@link
 *     io.tokeneconomy.order.ParkedPayment#looks()}, when it was asked
 */
record PaymentReading(Payment payment, long total, long before) {

    MoneyBack money() {
        return MoneyBack.of(payment, total);
    }

    /** Whether the buyer has all of it again. */
    boolean allBack() {
        return isIn(payment.currency()) && money().all();
    }

    /** What forbids to compare the payment with its order; empty when nothing does. */
    Optional<Misfit> problem(Order order) {
        String currency = order.item().price().currency();
        if (!isIn(currency)) {
            return Optional.of(Misfit.contradiction(
                    "the payment, or what went back of it, is not in " + currency + " as the order is"));
        }
        return money().charged() == 0 && money().any()
                ? Optional.of(Misfit.contradiction("the payment charged nothing, and yet money of it went back"))
                : Optional.empty();
    }

    private boolean isIn(String currency) {
        return Stream.of(
                        Stream.of(payment.currency()),
                        payment.refunds().stream().map(Refund::currency),
                        payment.disputes().stream().map(Dispute::currency))
                .flatMap(each -> each)
                .allMatch(currency::equals);
    }

    boolean isOvertaken(Order order) {
        return order.reversal().readings() != before;
    }
}
