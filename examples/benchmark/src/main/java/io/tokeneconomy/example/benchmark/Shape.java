package io.tokeneconomy.example.benchmark;

import java.util.Locale;

/** How callers meet. */
public enum Shape {
    /** Spread over many accounts. */
    MANY,
    /** All on one account. */
    HOT;

    /** {@return its name in options and output} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
