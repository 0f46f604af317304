package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.error.TokenEconomyException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox cannot start or cannot do what it was told: a live key is present, its port is taken, its journal is
 * damaged or in use, a session, payment or event is unknown or not in the state the call needs.
 */
public final class SandboxException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    SandboxException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, retryable, cause);
    }

    /** Does what was told; what the API would refuse is refused with the same words. */
    static <R> R refusing(Supplier<R> work) {
        try {
            return work.get();
        } catch (StripeError e) {
            throw new SandboxException(String.valueOf(e.getMessage()), false, e);
        }
    }
}
