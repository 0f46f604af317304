package io.tokeneconomy.payment;

import io.tokeneconomy.error.TokenEconomyException;
import org.jspecify.annotations.Nullable;

/** A payment provider that refused or could not be reached. */
public class PaymentException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param reason what kind of trouble
     * @param message what went wrong, with the provider's request id when there is one; no secrets
     * @param cause the underlying failure, or null
     */
    public PaymentException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, reason.retryable, cause);
        this.reason = reason;
    }

    /** {@return what kind of trouble} */
    public final Reason reason() {
        return reason;
    }

    /** Kinds of trouble. */
    public enum Reason {
        /** Not reached, timed out, or a fault on the provider's side: the outcome is unknown; retry as it is. */
        UNAVAILABLE(true),
        /** Answered, in a way that cannot be read: the outcome is unknown, and asking again may end the same way. */
        UNREADABLE(true),
        /** Too many calls: retry later. */
        RATE_LIMITED(true),
        /** The key is wrong, or lacks a permission. */
        UNAUTHORIZED(false),
        /** The provider does not know the customer (any more). */
        UNKNOWN_CUSTOMER(false),
        /** The request was refused. */
        REJECTED(false),
        /** A webhook call whose origin is not proven. */
        INVALID_SIGNATURE(false),
        /** A webhook call whose content cannot be read. */
        MALFORMED_EVENT(false);

        private final boolean retryable;

        Reason(boolean retryable) {
            this.retryable = retryable;
        }
    }
}
