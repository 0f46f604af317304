package io.tokeneconomy.payment.stripe;

import com.stripe.model.LineItem;
import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.SubscriptionRequest;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Terms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often the price of an opened subscription is charged. The amount of a price says nothing of that: one that is
 * charged each month would bring the tokens of a year twelve times.
 *
 * @param interval null when it is charged once, or not plainly each month or year
 */
record Recurrence(@Nullable Interval interval) {

    static Recurrence of(Session session) {
        LineItem line = Objects.requireNonNull(session.getLineItems(), "the session has no line_items")
                .getData()
                .get(0);
        Price price = Objects.requireNonNull(line.getPrice(), "a line item has no price");
        return new Recurrence(StripeObjects.interval(price.getRecurring()));
    }

    /** @throws PaymentException when it is not the plan's */
    void require(SubscriptionRequest request) {
        if (interval != request.interval()) {
            OrderItem item = request.checkout().order().item();
            throw new PaymentException(
                    Reason.REJECTED,
                    "Plan " + item.packageId() + " is paid each " + Terms.word(request.interval())
                            + " in the catalog, but " + item.priceId() + " is "
                            + (interval == null
                                    ? "not charged plainly each month or year"
                                    : "charged each " + Terms.word(interval)),
                    null);
        }
    }
}
