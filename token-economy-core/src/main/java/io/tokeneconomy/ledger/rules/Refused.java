package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Outcome;

/** Carries a refusal from deep inside the rules to their front, where it becomes the outcome. Never leaves the package. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome.Refusal refusal;

    private Refused(Outcome.Refusal refusal) {
        super(refusal.reason(), null, false, false);
        this.refusal = refusal;
    }

    static Refused with(Outcome.Refusal refusal) {
        return new Refused(refusal);
    }

    Outcome.Refusal refusal() {
        return refusal;
    }
}
