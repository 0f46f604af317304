package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A buyer at the payment provider.
 *
 * @param id the provider's id ({@code cus_…})
 * @param topUp what the buyer allowed to be charged while away; null when he never did. It belongs to the customer: with
 *     him his cards are gone, and with them what they may be charged for
 */
public record Customer(String id, @Nullable TopUp topUp) {

    private static final int MAX_ID = 255;

    /** @throws io.tokeneconomy.error.InvalidValueException when the id is missing or too long */
    public Customer {
        Checks.text("customerId", id, MAX_ID);
    }

    /** {@return a customer who allowed nothing} */
    public static Customer of(String id) {
        return new Customer(id, null);
    }

    /** {@return this customer with another state of what may be charged} */
    public Customer with(TopUp newTopUp) {
        return new Customer(id, newTopUp);
    }
}
