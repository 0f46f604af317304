package io.tokeneconomy.catalog;

import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a period's tokens that are not used up when the period is over.
 *
 * @param cap how many tokens of earlier periods stay at a renewal, 1 to {@value TokenPackage#MAX_TOKENS}; null when
 *     tokens end with their period
 */
public record Leftover(@Nullable Long cap) {

    private static final Leftover EXPIRES = new Leftover(null);

    /** @throws io.tokeneconomy.error.InvalidValueException when the cap is out of range */
    public Leftover {
        if (cap != null) {
            Checks.range("leftover.cap", cap, 1, TokenPackage.MAX_TOKENS);
        }
    }

    /** {@return the tokens end with their period, after a few days of grace; the default} */
    public static Leftover expires() {
        return EXPIRES;
    }

    /**
     * {@return the tokens do not end by themselves; at each renewal all that earlier periods left is cut down to the cap}
     * A period that a change of plan cuts short counts until its own end. What is left when the subscription ends stays.
     *
     * @param cap the most tokens of earlier periods that stay at a renewal, 1 to {@value TokenPackage#MAX_TOKENS}
     * @throws io.tokeneconomy.error.InvalidValueException when the cap is out of range
     */
    public static Leftover rollsOver(long cap) {
        return new Leftover(cap);
    }

    /** {@return whether tokens outlive their period} */
    public boolean rolls() {
        return cap != null;
    }
}
