package io.tokeneconomy.ledger.engine;

/**
 * One step of a random life of charges.
 *
 * @param kind what happens
 * @param pick which key or which running call
 * @param amount tokens, or units, or minutes
 * @param lastBooking at which booking a call's process dies; 0 for never
 * @param trouble what its store does, see {@link ChargeFate}
 */
record ChargeStep(Kind kind, int pick, long amount, int lastBooking, int trouble) {

    enum Kind {
        START,
        FINISH,
        FAIL,
        SETTLE,
        SETTLE_METERED,
        EXTEND,
        TIME,
        RELEASE_BY_HAND,
        OTHER_SPEND
    }
}
