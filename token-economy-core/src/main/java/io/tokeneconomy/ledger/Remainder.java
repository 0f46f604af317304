package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;

/**
 * The part of a token that metered use has not filled yet: {@code numerator / denominator}, below 1, in lowest terms.
 *
 * @param numerator from 0 to below the denominator
 * @param denominator 1 to {@value #MAX_DENOMINATOR}
 */
public record Remainder(long numerator, long denominator) {

    /** No part of a token. */
    public static final Remainder ZERO = new Remainder(0, 1);

    /** The finest part that can be kept. */
    public static final long MAX_DENOMINATOR = 1_000_000_000_000L;

    /** @throws InvalidValueException when a number is out of range */
    public Remainder {
        Checks.range("denominator", denominator, 1, MAX_DENOMINATOR);
        if (numerator < 0 || numerator >= denominator) {
            throw new InvalidValueException("numerator", numerator, "0 to " + (denominator - 1));
        }
    }
}
