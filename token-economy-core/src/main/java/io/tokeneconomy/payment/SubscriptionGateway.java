package io.tokeneconomy.payment;

import java.time.Duration;
import java.util.Optional;

/**
 * What a payment provider that knows subscriptions can do beyond a {@link PaymentGateway}, which hands it out. Only what
 * tokens need: changing and cancelling subscriptions is the host's. Thread-safe; trouble is a {@link PaymentException}.
 */
public interface SubscriptionGateway {

    /**
     * Opens a checkout that begins a subscription. Idempotent by order, customer and options.
     *
     * @throws PaymentException when the provider refuses or cannot be reached; {@link
     *     PaymentException.Reason#UNKNOWN_CUSTOMER} when it no longer knows the customer, {@link
     *     PaymentException.Reason#REJECTED} when its price is not charged once for each {@link SubscriptionRequest#interval},
     *     or has a trial of its own
     */
    CheckoutSession createSubscription(SubscriptionRequest request);

    /**
     * {@return the invoice as it stands at the provider now, with all its lines; empty when the provider knows none}
     *
     * @param invoiceId the invoice, as given by the provider or by anyone else
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<Invoice> invoice(String invoiceId);

    /**
     * {@return the invoice with which a checkout began its subscription, empty while there is none}
     *
     * @param sessionId the checkout
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<Invoice> invoiceOf(String sessionId);

    /**
     * {@return the invoice that a payment paid, or empty when it paid none}
     *
     * @param paymentId the payment, or one of its charges, in the provider's words
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<Invoice> invoicePaidBy(String paymentId);

    /** How long a provider goes on trying to have an invoice paid: Stripe's longest retry schedule is of two months. */
    Duration LONGEST_DUNNING = Duration.ofDays(62);

    /**
     * {@return a page of the invoices that were created in a window and are paid, and of those that were created up to
     * {@link #LONGEST_DUNNING} before it and paid since it began, whosever they are} A page may have fewer of them than the
     * limit, or none, and another page behind it.
     *
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    WindowPage<Invoice> paidInvoices(WindowQuery query);
}
