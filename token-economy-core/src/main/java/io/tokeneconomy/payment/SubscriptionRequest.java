package io.tokeneconomy.payment;

import io.tokeneconomy.catalog.Interval;

/**
 * What a subscription's checkout is opened for.
 *
 * @param checkout order, customer, addresses and metadata; the metadata is to be kept on the session and on the
 *     subscription
 * @param interval how long a period is, where the price is given inline
 */
public record SubscriptionRequest(CheckoutRequest checkout, Interval interval) {}
