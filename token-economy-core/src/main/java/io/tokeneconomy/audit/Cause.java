package io.tokeneconomy.audit;

/** Why the tokens of a {@link Rollforward} came or went. */
public enum Cause {
    /** Given. */
    GRANTED,
    /** Bought. */
    PURCHASED,
    /** Given again after a clawback that was wrong. */
    REINSTATED,
    /** Received from other accounts; what accounts of one store send each other is in {@link #TRANSFERRED_OUT} as well. */
    TRANSFERRED_IN,
    /** Corrected upwards by a person. */
    ADJUSTED_UP,
    /** Used, also from holds. */
    SPENT,
    /** Gone because their time was over, counted when that was, not when it was booked. */
    EXPIRED,
    /** Taken back because their payment was. */
    CLAWED_BACK,
    /** Left behind in accounts that were closed. */
    FORFEITED,
    /** Debts of accounts that were closed. */
    WRITTEN_OFF,
    /** Sent to other accounts. */
    TRANSFERRED_OUT,
    /** Corrected downwards by a person. */
    ADJUSTED_DOWN,
    /** Tokens that came back from a hold and paid a debt: fewer tokens, less debt, the same balance. */
    OFFSET
}
