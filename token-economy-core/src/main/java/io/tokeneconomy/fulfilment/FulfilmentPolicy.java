package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.ClawbackPolicy;

/**
 * What the host decides about sales.
 *
 * @param clawback what happens to tokens that were spent when their money goes back
 * @param creditFree whether a sale that cost its buyer nothing is credited; if not, it is parked
 * @param creditEarlier whether a sale that an earlier system began is credited; if not, it is parked
 */
public record FulfilmentPolicy(ClawbackPolicy clawback, boolean creditFree, boolean creditEarlier) {}
