package io.tokeneconomy.reconcile;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.Refund;

/** What came of a decision about a parked payment. */
public sealed interface ParkedResult {

    /**
     * Credited.
     *
     * @param order the order that was made for it
     * @param entry the credit
     */
    record Released(Order order, LedgerEntry entry) implements ParkedResult {}

    /**
     * Given back.
     *
     * @param refund the refund, which may still be on its way, or fail
     */
    record Refunded(Refund refund) implements ParkedResult {}

    /**
     * Taken off the list.
     *
     * @param payment the payment, with who decided it and why
     */
    record Dismissed(ParkedPayment payment) implements ParkedResult {}

    /**
     * Nothing was done.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements ParkedResult {}

    /** Why nothing was done. */
    enum Reason {
        /** No such payment was ever parked. */
        NOT_PARKED,
        /** It was credited, by a decision or by itself. */
        CREDITED,
        /** All of it went back. */
        REFUNDED,
        /** There is no money in it: nothing had to be paid, or the provider does not know it (any more). */
        NOTHING_PAID,
        /** The account cannot hold so many tokens. */
        OVER_LIMIT
    }
}
