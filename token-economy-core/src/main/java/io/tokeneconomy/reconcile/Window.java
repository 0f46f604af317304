package io.tokeneconomy.reconcile;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to reconcile, and with how much effort.
 *
 * @param from what was created then or later; whole seconds count
 * @param to what was created before; at most {@value #MAX_DAYS} days after {@code from}
 * @param resumeAfter where an earlier run ended, or null; see {@link Report#rest}
 * @param requestsPerSecond 1 to {@value #MAX_PER_SECOND}; {@value #PER_SECOND} by default, of the 25 that Stripe allows in
 *     test mode and the 100 in live mode (<a
 *     href="https://docs.stripe.com/rate-limits">docs.stripe.com/rate-limits</a>)
 * @param maxRequests after how many requests the run ends with the page it is at, 1 to {@value #MAX_REQUESTS}; {@value
 *     #REQUESTS} by default
 */
public record Window(Instant from, Instant to, @Nullable String resumeAfter, int requestsPerSecond, int maxRequests) {

    /** Longest window, in days. */
    public static final int MAX_DAYS = 31;

    /** Default of {@code requestsPerSecond}. */
    public static final int PER_SECOND = 10;

    /** Most requests in a second. */
    public static final int MAX_PER_SECOND = 100;

    /** Default of {@code maxRequests}. */
    public static final int REQUESTS = 20_000;

    /** Most requests of a run. */
    public static final int MAX_REQUESTS = 1_000_000;

    private static final Duration LONGEST = Duration.ofDays(MAX_DAYS);
    private static final Pattern CURSOR = Pattern.compile("[a-z]{1,20}:[A-Za-z0-9_]{0,200}");

    /** @throws InvalidValueException when a value is out of range, or the cursor is not one of a report */
    public Window {
        from = Checks.time("from", from);
        to = Checks.time("to", to);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new InvalidValueException("to", to, "a time after " + from + ", by at most " + MAX_DAYS + " days");
        }
        if (resumeAfter != null) {
            Checks.matching("resumeAfter", resumeAfter, CURSOR, "what a report said");
        }
        Checks.range("requestsPerSecond", requestsPerSecond, 1, MAX_PER_SECOND);
        Checks.range("maxRequests", maxRequests, 1, MAX_REQUESTS);
    }

    /**
     * {@return the window between two times}
     *
     * @throws InvalidValueException when it is empty or too long
     */
    public static Window between(Instant from, Instant to) {
        return new Window(from, to, null, PER_SECOND, REQUESTS);
    }

    /**
     * {@return the window that ends with a time}
     *
     * @throws InvalidValueException when it is empty or too long
     */
    public static Window before(Instant to, Duration length) {
        return between(to.minus(length), to);
    }

    /** {@return this window from where an earlier run ended} */
    public Window resumingAfter(String cursor) {
        return new Window(from, to, cursor, requestsPerSecond, maxRequests);
    }

    /** {@return this window at another pace} */
    public Window perSecond(int requests) {
        return new Window(from, to, resumeAfter, requests, maxRequests);
    }

    /** {@return this window with another budget} */
    public Window atMost(int requests) {
        return new Window(from, to, resumeAfter, requestsPerSecond, requests);
    }
}
