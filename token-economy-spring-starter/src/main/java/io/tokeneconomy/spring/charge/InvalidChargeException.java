package io.tokeneconomy.spring.charge;

import io.tokeneconomy.error.InvalidValueException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call with {@link ChargeTokens} was given makes no charge: its key or its account is none, or its cost is out of
 * range. Nothing ran and nothing was charged. A controller's caller gets {@code 400} with a problem detail.
 */
public final class InvalidChargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidChargeException(String field, String problem, @Nullable Throwable cause) {
        super("the charge's " + field + " is refused: " + problem, cause);
        this.field = field;
    }

    /** {@return what is wrong: {@code key}, {@code account} or {@code cost}} */
    public String field() {
        return field;
    }

    /** What is made of the call's values, which are to blame when it cannot be. */
    static <T> T when(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValueException e) {
            throw new InvalidChargeException(field, String.valueOf(e.getMessage()), e);
        }
    }
}
