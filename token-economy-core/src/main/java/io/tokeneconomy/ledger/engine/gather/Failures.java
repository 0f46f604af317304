package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.error.OverloadedException;
import io.tokeneconomy.ledger.store.StoreException;

/** What a failure says about its requests. */
final class Failures {

    private Failures() {}

    static RuntimeException unchecked(Throwable failure) {
        return failure instanceof RuntimeException e ? e : new IllegalStateException("the work failed", failure);
    }

    /**
     * What to tell the caller whose request failed in a batch and then again, alone. That nothing was written is only
     * said of the second attempt; the first may still have been committed.
     */
    static RuntimeException afterBatch(Throwable batch, RuntimeException alone) {
        boolean told = !(alone instanceof StoreException || alone instanceof OverloadedException);
        if (told || !mayBeCommitted(batch)) {
            return alone;
        }
        StoreException unknown = StoreException.unknown(
                "the commit was not confirmed, and asking again failed: " + alone.getMessage(), batch);
        unknown.addSuppressed(alone);
        return unknown;
    }

    private static boolean mayBeCommitted(Throwable failure) {
        return failure instanceof StoreException e ? e.outcomeUnknown() : failure instanceof Error;
    }
}
