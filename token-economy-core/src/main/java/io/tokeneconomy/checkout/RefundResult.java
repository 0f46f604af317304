package io.tokeneconomy.checkout;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.Refund;

/** What came of asking for a refund. */
public sealed interface RefundResult {

    /**
     * {@return the refund, when there is one}
     *
     * @throws RefundRefusedException with the reason, when there is none
     */
    default Refunded orElseThrow() {
        if (this instanceof Refunded refunded) {
            return refunded;
        }
        throw new RefundRefusedException((Refused) this);
    }

    /**
     * The money goes back, now or by an earlier call under the same key.
     *
     * @param order the order afterwards; its reversal says which tokens went along
     * @param refund the refund, which may still be on its way, or fail
     */
    record Refunded(Order order, Refund refund) implements RefundResult {}

    /**
     * Nothing was refunded.
     *
     * @param reason why
     * @param leftMinor what could be refunded, in the smallest unit of the order's currency
     */
    record Refused(Reason reason, long leftMinor) implements RefundResult {}

    /** Why there is no refund. */
    enum Reason {
        /** There is no such order. */
        UNKNOWN_ORDER,
        /**
         * The order was not paid, or was a gift: there is no money to give back. Money that was parked is refunded at the
         * provider.
         */
        NOTHING_PAID,
        /** More is asked for than is left after other refunds and disputes. */
        TOO_MUCH,
        /** The key names a refund for which something else was asked. */
        KEY_CONFLICT
    }
}
