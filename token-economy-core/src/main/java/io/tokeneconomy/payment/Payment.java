package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.PaymentMode;
import java.util.List;

/**
 * The money of a paid checkout as it stands at the provider: what was charged, and what of it went back. Amounts are in
 * the smallest unit of their currency.
 *
 * @param id its id ({@code pi_…})
 * @param mode whether the money is real
 * @param chargedMinor what was charged in all, taxes included; 0 while nothing is
 * @param currency three letters, lower case
 * @param refunds every refund, in any state
 * @param disputes every dispute, in any state
 */
public record Payment(
        String id, PaymentMode mode, long chargedMinor, String currency, List<Refund> refunds, List<Dispute> disputes) {

    private static final int MAX_ID = 200;

    /**
     * Copies the lists.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the id is missing or too long, or the amount negative
     */
    public Payment {
        Checks.text("id", id, MAX_ID);
        Checks.range("chargedMinor", chargedMinor, 0, Long.MAX_VALUE);
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
    }
}
