package io.tokeneconomy.reconcile;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which the ledger and the provider differ.
 *
 * @param kind in what
 * @param state what became of it
 * @param sessionId the checkout session ({@code cs_…}), null when only the payment could be read
 * @param paymentId the payment ({@code pi_…}), null when there is none
 * @param orderId the order, null when none is known here
 * @param account whose tokens, null when nobody's
 * @param tokens what is missing in the account, negative when it has too many; 0 when only the books differ
 * @param text what is the matter, for a person to read
 */
public record Difference(
        Kind kind,
        State state,
        @Nullable String sessionId,
        @Nullable String paymentId,
        @Nullable OrderId orderId,
        @Nullable AccountId account,
        long tokens,
        String text) {

    /** {@return this difference in another state} */
    public Difference in(State newState) {
        return new Difference(kind, newState, sessionId, paymentId, orderId, account, tokens, text);
    }

    /** In what the books differ. */
    public enum Kind {
        /** Paid, and the tokens are not credited. */
        MISSING_CREDIT,
        /** Refunded or disputed, and the tokens are not taken back, or not all of them. */
        MISSING_CLAWBACK,
        /** The money came again (a dispute won, a refund failed), and the tokens did not. */
        MISSING_REINSTATEMENT,
        /** Over or failed at the provider, and the order here is not closed. */
        OPEN_ORDER,
        /** Paid, does not fit its order, and nobody was told. */
        UNPARKED_PAYMENT,
        /** Paid and marked as ours, and its order is not in this store. Only told: the order may be in another one. */
        UNKNOWN_ORDER,
        /** Credited here, and unknown or not paid at the provider. Only told: nobody's tokens are taken on suspicion. */
        UNPAID_CREDIT,
        /** The provider refused to say, or its answer cannot be read. Only told. */
        UNREADABLE
    }

    /** What became of a difference. */
    public enum State {
        /** Found, and left as it is. */
        FOUND,
        /** Repaired just now. */
        REPAIRED,
        /** Put on the list of parked payments just now. */
        PARKED,
        /** For a person to look at: reconciliation does not repair this. */
        FOR_A_PERSON
    }
}
