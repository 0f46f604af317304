package io.tokeneconomy.payment;

import org.jspecify.annotations.Nullable;

/**
 * A checkout in the provider's list.
 *
 * @param session the checkout as it stands now
 * @param hint what an event would have said of it beyond that: {@link PaymentEvent.Change#ASYNC_PAYMENT_FAILED} when the
 *     buyer has finished and the money will not come; null for nothing
 */
public record ListedSession(CheckoutSession session, PaymentEvent.@Nullable Change hint) {}
