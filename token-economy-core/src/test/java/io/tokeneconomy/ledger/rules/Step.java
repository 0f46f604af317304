package io.tokeneconomy.ledger.rules;

import java.util.SplittableRandom;

/**
 * One step of a random history.
 *
 * @param kind what is asked for
 * @param amount how many tokens
 * @param clock how many seconds the clock moves before, also backwards
 * @param pick decides everything else; 0 leaves the step out, which is how a failing history shrinks
 */
public record Step(Kind kind, long amount, int clock, int pick) {

    /** What a step asks for. */
    public enum Kind {
        GRANT,
        PURCHASE,
        SPEND,
        METER,
        HOLD,
        CAPTURE,
        RELEASE,
        EXTEND,
        CLAWBACK,
        REINSTATE,
        TRANSFER,
        ADJUST,
        CONFIGURE,
        CLOSE,
        /** An earlier operation again. */
        REPEAT,
        /** Another operation under the key of an earlier one. */
        REUSE_KEY
    }

    /**
     * {@return one of several choices, 0 to below {@code of}}
     *
     * @param what tells this step's choices apart
     */
    int choose(String what, int of) {
        return new SplittableRandom(31L * pick + what.hashCode()).nextInt(of);
    }
}
