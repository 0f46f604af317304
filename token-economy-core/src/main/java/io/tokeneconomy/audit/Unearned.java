package io.tokeneconomy.audit;

/**
 * Money taken for tokens that are still there: what accountants call deferred revenue.
 *
 * @param currency the three-letter code of the purchases
 * @param tokens tokens left of them, held ones included
 * @param amountMinor their share of what was agreed, in the currency's smallest unit, rounded down for each purchase
 */
public record Unearned(String currency, long tokens, long amountMinor) {}
