package io.tokeneconomy.payment.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A dispute that a buyer's bank opens.
 *
 * @param amount in minor units of the charge's currency; null: the whole charge
 * @param isInquiry whether the bank only asks and takes no money yet
 */
record DisputeTerms(@Nullable Long amount, String reason, boolean isInquiry) {

    static final int MAX_REASON = 100;

    DisputeTerms {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw StripeError.invalid(
                    null, "reason", "A dispute's reason has 1 to " + MAX_REASON + " characters, such as fraudulent.");
        }
    }

    static DisputeTerms chargeback(String reason) {
        return new DisputeTerms(null, reason, false);
    }

    static DisputeTerms inquiry(String reason) {
        return new DisputeTerms(null, reason, true);
    }
}
