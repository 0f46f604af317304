package io.tokeneconomy.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything Token Economy throws when it cannot do its work: the store is down, the payment provider
 * refuses, an operation was not accepted. A wrong argument is an {@link InvalidValueException} instead.
 *
 * <p>Messages never carry secrets or personal data beyond ids the host chose itself.
 */
public abstract class TokenEconomyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * @param message what went wrong, with the ids that help to find it
     * @param retryable whether the very same call may succeed later
     * @param cause the underlying failure, or null
     */
    protected TokenEconomyException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** {@return whether the very same call may succeed later, with the same idempotency key} */
    public final boolean retryable() {
        return retryable;
    }
}
