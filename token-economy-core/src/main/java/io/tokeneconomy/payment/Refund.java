package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import java.util.Map;

/**
 * Money that the seller gives back.
 *
 * @param id its id ({@code re_…})
 * @param amountMinor how much, in the smallest unit of the currency
 * @param currency three letters, lower case
 * @param status where the money is
 * @param metadata its metadata
 */
public record Refund(String id, long amountMinor, String currency, Status status, Map<String, String> metadata) {

    /**
     * Copies the metadata.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the amount is negative
     */
    public Refund {
        Checks.range("amountMinor", amountMinor, 0, Long.MAX_VALUE);
        metadata = Map.copyOf(metadata);
    }

    /** Where the money of a refund is. */
    public enum Status {
        /** On its way to the buyer, or about to be; also while the provider waits for somebody to act. */
        PENDING,
        /** With the buyer; may still fail, for a month or so. */
        SUCCEEDED,
        /** Could not be delivered: the seller has it again. */
        FAILED,
        /** Called off: the seller kept it. */
        CANCELED,
        /** Something newer than this library. */
        OTHER;

        /** {@return whether the money is with the buyer or on its way} What nobody knows is not counted. */
        public boolean counts() {
            return this == PENDING || this == SUCCEEDED;
        }
    }
}
