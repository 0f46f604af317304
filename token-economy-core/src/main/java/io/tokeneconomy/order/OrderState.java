package io.tokeneconomy.order;

/** Where a sale stands. Only money moves it to {@link #PAID}, from any state; nothing moves it away from there. */
public enum OrderState {
    /** Begun; no money yet. */
    PENDING,
    /** Money received and tokens credited. */
    PAID,
    /** Ended without money: the checkout ran out of time, or began a subscription with a trial. */
    EXPIRED,
    /** The payment, or the start of the checkout, failed. */
    FAILED,
    /** Money received, but not as ordered: a person must look. */
    PARKED
}
