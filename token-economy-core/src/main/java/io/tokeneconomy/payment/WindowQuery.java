package io.tokeneconomy.payment;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of what was created at the provider in a window of time, newest first. Providers count whole seconds: a
 * window begins and ends with the second that its time is in.
 *
 * @param from not older than this
 * @param to older than this
 * @param after only what comes after the page that {@link WindowPage#next} ended; null for the first page
 * @param limit most things looked at for the page, 1 to {@value #MAX_LIMIT}
 */
public record WindowQuery(
        Instant from, Instant to, @Nullable String after, int limit) {

    /** Largest page: Stripe's. */
    public static final int MAX_LIMIT = 100;

    private static final int MAX_CURSOR = 255;

    /** @throws InvalidValueException when the window is empty, the limit out of range, or the cursor too long */
    public WindowQuery {
        if (!from.isBefore(to)) {
            throw new InvalidValueException("to", to, "a time after " + from);
        }
        Checks.optionalText("after", after, MAX_CURSOR);
        Checks.range("limit", limit, 1, MAX_LIMIT);
    }
}
