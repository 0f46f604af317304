package io.tokeneconomy.ledger;

import io.tokeneconomy.error.TokenEconomyException;

/**
 * A charge whose work did not run now, thrown only by {@link ChargeResult#orElseThrow()}. Retryable while another call is
 * at it; not when the key was charged before.
 */
public final class WorkNotRunException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    WorkNotRunException(String why, boolean retryable) {
        super("The work of this charge did not run: " + why, retryable, null);
    }
}
