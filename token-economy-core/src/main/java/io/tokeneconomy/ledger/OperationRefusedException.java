package io.tokeneconomy.ledger;

import io.tokeneconomy.error.TokenEconomyException;

/** An operation that was refused, thrown only by {@link Outcome#orElseThrow()}. Not retryable as it is. */
public final class OperationRefusedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome.Refusal outcome;

    OperationRefusedException(Outcome.Refusal outcome) {
        super("Operation refused: " + outcome.reason(), false, null);
        this.outcome = outcome;
    }

    /** {@return why it was refused} */
    public Outcome.Refusal outcome() {
        return outcome;
    }
}
