package io.tokeneconomy.checkout;

import io.tokeneconomy.order.Order;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a purchase stands when its buyer asks.
 *
 * @param status the answer
 * @param knownOrder the order; null when unknown
 */
public record Confirmation(Status status, @Nullable Order knownOrder) {

    /** {@return the order, empty when unknown} */
    public Optional<Order> order() {
        return Optional.ofNullable(knownOrder);
    }

    /** Where a purchase stands. */
    public enum Status {
        /** The tokens were credited just now. */
        CREDITED,
        /** The tokens were credited before. */
        ALREADY_DONE,
        /** The buyer has not finished the checkout. */
        OPEN,
        /** The buyer has finished; the money is on its way, the tokens follow it. */
        PENDING,
        /** The checkout ran out of time. */
        EXPIRED,
        /** The payment failed. */
        FAILED,
        /** Money was received, but not as ordered; a person will look. */
        PARKED,
        /** No such purchase of this account. */
        UNKNOWN;

        /** {@return whether the tokens are in the account} */
        public boolean credited() {
            return this == CREDITED || this == ALREADY_DONE;
        }
    }
}
