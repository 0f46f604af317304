package io.tokeneconomy.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a payment gateway can do besides, where its provider keeps cards: charge them while their owner is away. A payment
 * made so is read like a checkout that bears the payment's id: by {@link PaymentGateway#session},
 * {@link PaymentGateway#sessionPaidBy} and the events.
 *
 * <p>Trouble is a {@link PaymentException}, as with {@link PaymentGateway}. Thread-safe.
 */
public interface SavedCardPayments {

    /**
     * {@return the cards that a buyer left, newest first; empty when there are none, or the provider does not know the
     * customer}
     *
     * @throws PaymentException when the provider cannot be reached
     */
    List<SavedCard> savedCards(String customerId);

    /**
     * Charges a saved card for an order, at the order's price. Idempotent by order, customer and card for a day at least:
     * asking again, also after a lost answer, charges nothing more and tells the same.
     *
     * @return what came of it; a refusal by card or bank is none of the exceptions
     * @throws PaymentException when the provider refuses for another reason, or cannot be reached: then the outcome is
     *     unknown while the exception is retryable
     */
    CardCharge charge(ChargeRequest request);

    /**
     * {@return what came of charging a card for the order; empty when the provider knows of no such payment}
     *
     * @param since not later than the charge was asked for; what is older is not looked at
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<CardCharge> charged(ChargeRequest request, Instant since);

    /**
     * {@return a page of the payments made so that were begun in a window, newest first, in whatever state they are now} A
     * page may have fewer of them than the limit, or none, and another page behind it.
     *
     * @throws PaymentException when the provider cannot be reached
     */
    WindowPage<CheckoutSession> charges(WindowQuery query);
}
