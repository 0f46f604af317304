package io.tokeneconomy.pricing;

import io.tokeneconomy.ledger.Remainder;

/**
 * What a use would take from one account now: exact, as long as the account does not use the operation in between. Whether
 * the account has as many tokens is not looked at.
 *
 * @param estimate what the use costs, whoever pays
 * @param tokens the whole tokens that are taken
 * @param carried the part of a token that is carried on afterwards; none at a fixed price
 */
public record AccountEstimate(Estimate estimate, long tokens, Remainder carried) {}
