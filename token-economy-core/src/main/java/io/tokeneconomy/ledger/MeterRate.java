package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;

/**
 * What metered use costs: so many tokens for so many units, for example 1 token for 1,000 words.
 *
 * @param tokens the tokens, 1 to {@value #MAX}
 * @param units the units they pay for, 1 to {@value #MAX}
 */
public record MeterRate(long tokens, long units) {

    /** The largest number on either side. */
    public static final long MAX = 1_000_000;

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public MeterRate {
        Checks.range("tokens", tokens, 1, MAX);
        Checks.range("units", units, 1, MAX);
    }
}
