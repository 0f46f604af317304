package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.rules.Decision;

/** What one operation of a batch gets, whatever became of its neighbours. */
sealed interface Answer {

    /** The rules' decision, committed. */
    record Decided(Decision decision) implements Answer {}

    /** The rules do not take such an operation. */
    record Failed(RuntimeException why) implements Answer {}

    /**
     * {@return the decision}
     *
     * @throws RuntimeException the operation's own, when the rules do not take it
     */
    default Decision orElseThrow() {
        if (this instanceof Failed failed) {
            throw failed.why();
        }
        return ((Decided) this).decision();
    }
}
