package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Stands in error messages where no value was given. */
enum Missing {
    VALUE;

    /** The value, or an {@link InvalidValueException} that says that the field is required. */
    static <T> T refuse(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(field, VALUE, "a value, it is required");
        }
        return value;
    }

    @Override
    public String toString() {
        return "missing";
    }
}
