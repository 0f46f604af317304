package io.tokeneconomy.payment.sandbox;

import java.util.Locale;

/** How a refund begins. */
public enum RefundOutcome {
    /** The money is on its way; the charge counts it as refunded. What happens when nothing else was said. */
    SUCCEEDED,
    /** It waits; the charge does not count it as refunded yet, but nothing else may refund the same money. */
    PENDING,
    /** It waits for the buyer to say where the money goes; otherwise like {@link #PENDING}. */
    REQUIRES_ACTION,
    /** It fails at once; the money stays and may be refunded by another refund. */
    FAILED;

    String status() {
        return name().toLowerCase(Locale.ROOT);
    }
}
