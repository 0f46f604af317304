package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What came of charging a saved card.
 *
 * @param outcome whether there is money
 * @param paymentId the payment ({@code pi_…}); null when none was made
 * @param detail the provider's code for it, such as {@code insufficient_funds}; 1 to {@value #MAX_DETAIL} characters
 */
public record CardCharge(Outcome outcome, @Nullable String paymentId, String detail) {

    /** Longest detail. */
    public static final int MAX_DETAIL = 100;

    /** @throws io.tokeneconomy.error.InvalidValueException when the detail is missing or too long */
    public CardCharge {
        Checks.optionalText("paymentId", paymentId, 200);
        Checks.text("detail", detail, MAX_DETAIL);
    }

    /** Whether there is money. */
    public enum Outcome {
        /** The money is there. */
        PAID,
        /** On its way, or not decided yet. */
        PENDING,
        /** The bank refused. Asking again later may help. */
        DECLINED,
        /** The bank wants to hear from the owner, who is away. */
        AUTHENTICATION_REQUIRED,
        /** The card or its owner is not known (any more) to the provider; nothing was tried. */
        CARD_GONE
    }
}
