package io.tokeneconomy.ledger;

import io.tokeneconomy.error.TokenEconomyException;

/** An operation that was refused, thrown only by {@link Outcome#orElseThrow()}. Not retryable as it is. */
public final class OperationRefusedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    OperationRefusedException(Outcome outcome) {
        super("Operation refused: " + reason(outcome), false, null);
        this.outcome = outcome;
    }

    /** {@return why it was refused} */
    public Outcome outcome() {
        return outcome;
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Insufficient refused) {
            return "account " + refused.account() + " has " + refused.available() + " tokens available, "
                    + refused.required() + " are required";
        }
        if (outcome instanceof Outcome.KeyConflict conflict) {
            return "key " + conflict.existing().key() + " already names another operation";
        }
        return outcome.toString();
    }
}
