package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;

/**
 * How much of an order's money went back to the buyer, and which tokens followed it. The amounts are what the payment
 * provider said when it was last asked; amounts of money are in the smallest unit of the order's currency.
 *
 * @param chargedMinor what was charged in all, taxes included
 * @param refundedMinor what was refunded, or is about to be
 * @param disputedMinor what disputes withdrew
 * @param tokens how many of the order's tokens have to go back for that
 * @param taken how many were really taken; fewer than {@code tokens} only where spent ones are forgiven,
 *     or where some had ended unused before
 * @param readings how often the provider was asked; grows with every answer, so that an older one is known as such
 */
public record Reversal(
        long chargedMinor, long refundedMinor, long disputedMinor, long tokens, long taken, long readings) {

    /** Nothing went back, as far as anybody asked. */
    public static final Reversal NONE = new Reversal(0, 0, 0, 0, 0, 0);

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is negative, or more is taken than has to go back */
    public Reversal {
        Checks.range("chargedMinor", chargedMinor, 0, Long.MAX_VALUE);
        Checks.range("refundedMinor", refundedMinor, 0, Long.MAX_VALUE);
        Checks.range("disputedMinor", disputedMinor, 0, Long.MAX_VALUE);
        Checks.range("tokens", tokens, 0, Long.MAX_VALUE);
        Checks.range("taken", taken, 0, tokens);
        Checks.range("readings", readings, 0, Long.MAX_VALUE);
    }

    /** {@return the same after an answer that changed nothing} */
    public Reversal readAgain() {
        return new Reversal(chargedMinor, refundedMinor, disputedMinor, tokens, taken, readings + 1);
    }

    /** {@return whether any money went back} */
    public boolean any() {
        return refundedMinor > 0 || disputedMinor > 0;
    }
}
