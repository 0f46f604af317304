package io.tokeneconomy.order;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How buying by itself went.
 *
 * @param off why nothing is bought any more; null while it is on
 * @param trouble what the last attempt failed of, in the provider's words; null when it did not
 * @param inFlight the order that is being charged; null when none is
 * @param attemptedAt when the last attempt was begun, whole microseconds; null when none was
 * @param declines how often in a row the card was declined
 * @param notBefore when it may be tried again after a failure, whole microseconds; null: no failure
 * @param day what was charged on the day of the last attempt
 * @param month what was charged in the month of the last attempt
 */
public record TopUpProgress(
        @Nullable TopUpOff off,
        @Nullable String trouble,
        @Nullable OrderId inFlight,
        @Nullable Instant attemptedAt,
        long declines,
        @Nullable Instant notBefore,
        TopUpTally day,
        TopUpTally month) {

    /** Nothing was tried yet. */
    public static final TopUpProgress NONE =
            new TopUpProgress(null, null, null, null, 0, null, TopUpTally.NONE, TopUpTally.NONE);

    private static final int MAX_TROUBLE = 100;

    /** @throws io.tokeneconomy.error.InvalidValueException when a value is out of range */
    public TopUpProgress {
        Checks.optionalText("trouble", trouble, MAX_TROUBLE);
        attemptedAt = attemptedAt == null ? null : Checks.time("attemptedAt", attemptedAt);
        Checks.range("declines", declines, 0, Long.MAX_VALUE);
        notBefore = notBefore == null ? null : Checks.time("notBefore", notBefore);
    }

    /** Counted for day and month, whichever the cap is of: the buyer may allow another one before they are over. */
    TopUpProgress begun(OrderId order, Instant now, long minor) {
        return new TopUpProgress(
                off,
                trouble,
                order,
                now,
                declines,
                null,
                tally(Period.DAY, now).plus(minor),
                tally(Period.MONTH, now).plus(minor));
    }

    TopUpProgress paid() {
        return new TopUpProgress(off, null, null, attemptedAt, 0, null, day, month);
    }

    TopUpProgress failed(String why, long newDeclines, @Nullable Instant again, long minor) {
        return new TopUpProgress(
                off,
                why,
                null,
                attemptedAt,
                newDeclines,
                again,
                without(Period.DAY, minor),
                without(Period.MONTH, minor));
    }

    /** Still counted: nobody can tell whether it will not be charged after all. */
    TopUpProgress abandoned() {
        return new TopUpProgress(off, trouble, null, attemptedAt, declines, null, day, month);
    }

    TopUpProgress off(TopUpOff why) {
        return new TopUpProgress(
                off == TopUpOff.DISABLED ? off : why, trouble, inFlight, attemptedAt, declines, notBefore, day, month);
    }

    /** What was charged still counts, and so does the time of the last attempt: neither cap nor cooldown begins anew. */
    TopUpProgress allowedAgain() {
        return new TopUpProgress(null, null, inFlight, attemptedAt, 0, null, day, month);
    }

    /** What was charged in the period that this time falls into. */
    TopUpTally tally(Period period, Instant at) {
        return (period == Period.DAY ? day : month).in(period.startOf(at));
    }

    private TopUpTally without(Period period, long minor) {
        TopUpTally tally = period == Period.DAY ? day : month;
        return attemptedAt == null ? tally : tally.without(minor, period.startOf(attemptedAt));
    }
}
