package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import java.time.Instant;

/**
 * One sale, written before the payment provider hears of it, so that no payment can come for an order nobody knows.
 *
 * @param id its random name
 * @param account who buys
 * @param mode whether money is real
 * @param item what is bought; as it was asked for, and once it is paid, as it was paid
 * @param state where it stands
 * @param refs the payment provider's ids
 * @param reversal what of its money went back
 * @param createdAt when it began, whole microseconds
 * @param updatedAt when it last changed, whole microseconds; looking at its money is a change, too
 */
public record Order(
        OrderId id,
        AccountId account,
        PaymentMode mode,
        OrderItem item,
        OrderState state,
        PaymentRefs refs,
        Reversal reversal,
        Instant createdAt,
        Instant updatedAt) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a time is before 1970 or after 9999 */
    public Order {
        createdAt = Checks.time("createdAt", createdAt);
        updatedAt = Checks.time("updatedAt", updatedAt);
    }

    /** {@return a new, pending order} */
    public static Order begin(OrderId id, AccountId account, PaymentMode mode, OrderItem item, Instant now) {
        return new Order(id, account, mode, item, OrderState.PENDING, PaymentRefs.NONE, Reversal.NONE, now, now);
    }

    /** {@return this order in another state} */
    public Order moved(OrderState newState, Instant now) {
        return new Order(id, account, mode, item, newState, refs, reversal, createdAt, now);
    }

    /** {@return this order with another quantity of its item} */
    public Order withItem(OrderItem newItem, Instant now) {
        return new Order(id, account, mode, newItem, state, refs, reversal, createdAt, now);
    }

    /** {@return this order with the payment provider's ids} */
    public Order withRefs(PaymentRefs newRefs, Instant now) {
        return new Order(id, account, mode, item, state, newRefs, reversal, createdAt, now);
    }

    /** {@return this order with what went back of its money} */
    public Order withReversal(Reversal newReversal, Instant now) {
        return new Order(id, account, mode, item, state, refs, newReversal, createdAt, now);
    }

    /** {@return this order under an erased account's pseudonym, the customer's id gone with the rest} */
    public Order ownedBy(AccountId pseudonym) {
        PaymentRefs kept = new PaymentRefs(refs.sessionId(), refs.paymentIntentId(), null);
        return new Order(id, pseudonym, mode, item, state, kept, reversal, createdAt, updatedAt);
    }
}
