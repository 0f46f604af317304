package io.tokeneconomy.reconcile;

/**
 * How much a run looked at.
 *
 * @param sessions checkouts in the provider's list
 * @param others those of them that are another application's
 * @param refunded payments with refunds in the window
 * @param disputed payments with disputes in the window
 * @param orders paid orders here
 * @param requests requests to the provider, retries not counted
 */
public record Counts(long sessions, long others, long refunded, long disputed, long orders, long requests) {}
