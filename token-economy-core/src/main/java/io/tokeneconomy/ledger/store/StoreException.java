package io.tokeneconomy.ledger.store;

import io.tokeneconomy.error.TokenEconomyException;
import org.jspecify.annotations.Nullable;

/** A store that could not do its work. */
public final class StoreException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    private StoreException(String message, boolean retryable, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(message, retryable, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** {@return nothing was written, the same call may succeed later: busy, unreachable, closed connection} */
    public static StoreException unavailable(String message, @Nullable Throwable cause) {
        return new StoreException(message, true, false, cause);
    }

    /** {@return the commit was sent but not confirmed; repeat the operation under its keys to learn} */
    public static StoreException unknown(String message, Throwable cause) {
        return new StoreException(message, true, true, cause);
    }

    /** {@return nothing was written and repeating will not help: wrong schema, damaged data, store closed} */
    public static StoreException broken(String message, @Nullable Throwable cause) {
        return new StoreException(message, false, false, cause);
    }

    /** {@return whether the change may have been written} */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
