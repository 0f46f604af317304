package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;

/**
 * Money that the buyer's bank claims back.
 *
 * @param id its id ({@code dp_…} or {@code du_…})
 * @param amountMinor how much of the payment, in the smallest unit of the currency
 * @param currency three letters, lower case
 * @param status how far the quarrel is
 * @param funds where the money is, as far as the provider's books say
 */
public record Dispute(String id, long amountMinor, String currency, Status status, Funds funds) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is negative */
    public Dispute {
        Checks.range("amountMinor", amountMinor, 0, Long.MAX_VALUE);
    }

    /**
     * {@return whether the money is gone} The provider's books decide, and the status where they say nothing: an inquiry
     * moves no money, and a quarrel that was won brings it back.
     */
    public boolean withdrawn() {
        return switch (funds) {
            case WITHDRAWN -> status != Status.WON;
            case RETURNED -> false;
            case UNTOLD -> status == Status.OPEN || status == Status.LOST;
        };
    }

    /** How far a dispute is. */
    public enum Status {
        /** The bank only asks; no money has moved. */
        INQUIRY,
        /** Undecided; the money is withdrawn meanwhile. */
        OPEN,
        /** Decided for the seller. */
        WON,
        /** Decided for the buyer. */
        LOST,
        /** Something newer than this library, or nothing that says where the money is. */
        OTHER
    }

    /** Where a dispute's money is. */
    public enum Funds {
        /** Taken from the seller. */
        WITHDRAWN,
        /** Taken from the seller and given back. */
        RETURNED,
        /** The books say nothing about it. */
        UNTOLD
    }
}
