package io.tokeneconomy.error;

/**
 * More calls at once than can be served. Nothing was done; the very same call may succeed later, so this one is always
 * {@link #retryable()}. Calling less often helps, calling again at once does not.
 */
public final class OverloadedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    /** @param message what was waited for, with the limit that was reached */
    public OverloadedException(String message) {
        super(message, true, null);
    }
}
