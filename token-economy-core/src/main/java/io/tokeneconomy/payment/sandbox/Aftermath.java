package io.tokeneconomy.payment.sandbox;

import org.jspecify.annotations.Nullable;

/** What follows a payment by itself, as it does with some of Stripe's test cards. */
enum Aftermath {
    NONE,
    FRAUD,
    NOT_RECEIVED,
    INQUIRY,
    FRAUD_WARNING,
    REFUND_SUCCEEDS_LATER,
    REFUND_FAILS_LATER;

    /** How a refund of the payment begins. */
    RefundOutcome firstRefund() {
        return this == REFUND_SUCCEEDS_LATER ? RefundOutcome.PENDING : RefundOutcome.SUCCEEDED;
    }

    /** What becomes of a refund after a while; null: it stays as it is. */
    @Nullable
    RefundOutcome laterRefund() {
        return switch (this) {
            case REFUND_SUCCEEDS_LATER -> RefundOutcome.SUCCEEDED;
            case REFUND_FAILS_LATER -> RefundOutcome.FAILED;
            default -> null;
        };
    }

    /** The dispute that opens with the payment; null: none. */
    @Nullable
    DisputeTerms dispute() {
        return switch (this) {
            case FRAUD -> DisputeTerms.chargeback("fraudulent");
            case NOT_RECEIVED -> DisputeTerms.chargeback("product_not_received");
            case INQUIRY -> DisputeTerms.inquiry("fraudulent");
            default -> null;
        };
    }
}
