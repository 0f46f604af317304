package io.tokeneconomy.fulfilment;

/**
 * What would come of looking at a checkout session, had it been done.
 *
 * @param result what would be answered
 * @param changing whether tokens, the order or what is parked would change
 */
public record Preview(FulfilmentResult result, boolean changing) {}
