package io.tokeneconomy.fulfilment;

import io.tokeneconomy.error.TokenEconomyException;

/**
 * A session that is marked as ours, but whose order (or which itself) is not known yet. Retryable: the provider must
 * tell again, until a person looks.
 */
public final class UnknownOrderException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    /** @param message what is not known, with the session's id */
    public UnknownOrderException(String message) {
        super(message, true, null);
    }
}
