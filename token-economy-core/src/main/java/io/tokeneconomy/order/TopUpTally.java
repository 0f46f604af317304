package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;

/**
 * What was charged in a period, with what is being charged.
 *
 * @param since when the period began
 * @param times how often
 * @param amountMinor how much, in the smallest unit of the currency
 */
public record TopUpTally(Instant since, long times, long amountMinor) {

    /** Nothing yet. */
    public static final TopUpTally NONE = new TopUpTally(Instant.EPOCH, 0, 0);

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is negative */
    public TopUpTally {
        since = Checks.time("since", since);
        Checks.range("times", times, 0, Long.MAX_VALUE);
        Checks.range("amountMinor", amountMinor, 0, Long.MAX_VALUE);
    }

    /** Of the period that began then: what was charged in others does not count. */
    TopUpTally in(Instant period) {
        return since.equals(period) ? this : new TopUpTally(period, 0, 0);
    }

    TopUpTally plus(long minor) {
        return new TopUpTally(since, times + 1, Math.addExact(amountMinor, minor));
    }

    /** What was begun in another period was counted there. */
    TopUpTally without(long minor, Instant period) {
        return since.equals(period) ? new TopUpTally(since, times - 1, amountMinor - minor) : this;
    }
}
