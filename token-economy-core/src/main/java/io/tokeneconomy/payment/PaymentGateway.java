package io.tokeneconomy.payment;

import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider. Implementations are thread-safe, hold no state that matters after a restart, and answer within
 * bounded time.
 *
 * <p>Trouble is a {@link PaymentException}, whose {@link PaymentException#reason()} says what kind.
 */
public interface PaymentGateway extends AutoCloseable {

    /** {@return whether this gateway moves real money} */
    PaymentMode mode();

    /**
     * {@return the name under which this application marks what it makes at the provider; 1–100 characters; sessions
     * marked by another application are not ours}
     */
    String application();

    /**
     * Creates the buyer's customer. Idempotent by its arguments: asking again, also after a lost answer, gives the same
     * customer.
     *
     * @param customer whose
     * @param replaces the customer that the provider no longer knows, or null for the first one
     * @return the customer's id
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    String createCustomer(CustomerKey customer, @Nullable String replaces);

    /**
     * The same with the buyer's address. By default it is ignored: then the buyer types it.
     *
     * @param email one address, or null when it is not known
     * @see #createCustomer(CustomerKey, String)
     */
    default String createCustomer(CustomerKey customer, @Nullable String replaces, @Nullable String email) {
        return createCustomer(customer, replaces);
    }

    /**
     * Opens a checkout for an order. Idempotent by order and customer.
     *
     * @throws PaymentException when the provider refuses or cannot be reached; {@link
     *     PaymentException.Reason#UNKNOWN_CUSTOMER} when it no longer knows the customer
     */
    CheckoutSession createSession(CheckoutRequest request);

    /**
     * {@return the checkout as it stands at the provider now, or empty when the provider knows no such session}
     *
     * @param sessionId the session, as given by the provider or by anyone else
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<CheckoutSession> session(String sessionId);

    /**
     * {@return the checkout that a payment paid, or empty when it paid none}
     *
     * @param paymentId the payment, or one of its charges, in the provider's words
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<CheckoutSession> sessionPaidBy(String paymentId);

    /**
     * {@return a payment with all its refunds and disputes, as it stands at the provider now; empty when the provider
     * knows no such payment}
     *
     * @param paymentId the payment, see {@link io.tokeneconomy.order.PaymentRefs#paymentIntentId()}
     * @throws PaymentException when the provider cannot be reached
     */
    Optional<Payment> payment(String paymentId);

    /**
     * {@return where the provider shows the receipt of a sale now; empty when it has none, or, as by default, shows none}
     * Such addresses may end after some time, and whoever has one sees the receipt: ask anew each time, and give it to the
     * buyer only.
     *
     * @param saleId what was paid: a session, an invoice, or a payment without a checkout, as in {@link
     *     io.tokeneconomy.ledger.PurchaseDetails#sessionId()}
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    default Optional<String> receiptUrl(String saleId) {
        return Optional.empty();
    }

    /**
     * Gives money back. Idempotent by the request's key.
     *
     * @return the refund, which may still be on its way, or fail
     * @throws PaymentException when the provider refuses, for example because that much is not left, or cannot be
     *     reached
     */
    Refund refund(RefundRequest request);

    /**
     * {@return the checkouts that were created in a window, whosever they are} One that cannot be read is named and holds
     * up no other.
     *
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    WindowPage<ListedSession> sessions(WindowQuery query);

    /**
     * {@return the payments of the refunds that were created in a window, in any state; each once on a page}
     *
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    WindowPage<String> refundedPayments(WindowQuery query);

    /**
     * {@return the payments of the disputes that were created in a window, in any state; each once on a page}
     *
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    WindowPage<String> disputedPayments(WindowQuery query);

    /** {@return what it can do with subscriptions; empty, as by default, when it has none: then no plan can be sold} */
    default Optional<SubscriptionGateway> subscriptions() {
        return Optional.empty();
    }

    /**
     * Proves that a webhook call comes from the provider, and reads it.
     *
     * @param payload the request's body, byte for byte
     * @param signatureHeader the request's signature header; null when it had none
     * @throws InvalidSignatureException when it is not proven
     * @throws MalformedEventException when it is proven, but cannot be read
     */
    PaymentEvent verify(byte[] payload, @Nullable String signatureHeader);

    /** Frees what the gateway holds. Closing again does nothing. */
    @Override
    void close();
}
