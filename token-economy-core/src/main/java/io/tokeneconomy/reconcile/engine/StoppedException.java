package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.error.TokenEconomyException;

/** A run that was told to end. */
final class StoppedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    StoppedException(InterruptedException cause) {
        super("the run was interrupted", true, cause);
    }
}
