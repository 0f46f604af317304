package io.tokeneconomy.ledger.rules;

/**
 * One step of a random history.
 *
 * @param kind what is asked for
 * @param second whether of the second of two accounts
 * @param amount how many tokens
 * @param lifetime for how many seconds a grant's tokens live; 0: for ever
 * @param priority the priority of a grant's lot
 * @param clock how many seconds the clock moves before, also backwards
 * @param pick which earlier operation is meant, or which details are said
 */
public record Step(Kind kind, boolean second, long amount, int lifetime, int priority, int clock, int pick) {

    /** What a step asks for. */
    public enum Kind {
        GRANT,
        PURCHASE,
        SPEND,
        /** An earlier operation again. */
        REPEAT,
        /** Another operation under the key of an earlier one. */
        REUSE_KEY
    }
}
