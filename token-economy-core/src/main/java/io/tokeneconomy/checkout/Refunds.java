package io.tokeneconomy.checkout;

import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.order.OrderId;

/**
 * Giving buyers their money back, and taking the tokens that it bought. Thread-safe.
 *
 * <p>What the host asks for here, what a person refunds in the provider's dashboard and what webhooks tell of both goes
 * through one function, so that tokens are taken once. How many: in proportion to the money, all refunds of the payment
 * together, rounded down; all of them with the whole amount. Tokens spent already become a debt, or whatever {@link
 * io.tokeneconomy.TokenEconomyBuilder#clawback} says.
 */
public interface Refunds {

    /**
     * Refunds an order, in whole or in part. A refund that failed stays so under its key: for another try take another
     * key.
     *
     * @param order which order
     * @param amount how much of it
     * @param key what makes it one refund however often it is asked for; unique within the order. It is kept on the refund
     *     at the provider: let it name nobody
     * @return the refund, or why there is none
     * @throws io.tokeneconomy.payment.PaymentException when the provider refuses or cannot be reached; when it is
     *     retryable, ask again under the same key: money is given back once
     * @throws io.tokeneconomy.ledger.store.StoreException when the tokens cannot be booked just now; the same call books
     *     them, and so does the provider's webhook
     */
    RefundResult refund(OrderId order, RefundAmount amount, IdempotencyKey key);
}
