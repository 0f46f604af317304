package io.tokeneconomy.order;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be charged in a period: so many times, so much money, or both, whichever is reached first. What is
 * charged counts for the period in which it was begun; what was refused counts for none.
 *
 * @param period for how long, in UTC
 * @param times how often, 1 to {@value #MAX_TIMES}; null: as often as the money allows
 * @param amountMinor how much in all, 1 or more in the smallest unit of the package's currency; null: as much as the
 *     times allow
 */
public record TopUpCap(
        Period period, @Nullable Long times, @Nullable Long amountMinor) {

    /** Most times in a period. */
    public static final long MAX_TIMES = 1_000;

    /** @throws InvalidValueException when a number is out of range, or there is neither */
    public TopUpCap {
        if (times == null && amountMinor == null) {
            throw new InvalidValueException("cap", "neither times nor money", "times, money or both");
        }
        if (times != null) {
            Checks.range("cap times", times, 1, MAX_TIMES);
        }
        if (amountMinor != null) {
            Checks.range("cap amountMinor", amountMinor, 1, Long.MAX_VALUE);
        }
    }

    /** {@return at most so often} */
    public static TopUpCap times(Period period, long times) {
        return new TopUpCap(period, times, null);
    }

    /** {@return at most so much, in the smallest unit of the package's currency} */
    public static TopUpCap money(Period period, long amountMinor) {
        return new TopUpCap(period, null, amountMinor);
    }

    /**
     * {@return whether one more charge fits beside what was charged already}
     *
     * @param chargedTimes how often was charged in the period
     * @param chargedMinor how much was
     * @param moreMinor how much would be
     */
    public boolean allows(long chargedTimes, long chargedMinor, long moreMinor) {
        boolean often = times != null && chargedTimes >= times;
        boolean much = amountMinor != null && chargedMinor > amountMinor - moreMinor;
        return !often && !much;
    }

    /** When the period after the one that this time is in begins. */
    Instant nextPeriod(Instant time) {
        ZonedDateTime start = period.startOf(time).atZone(ZoneOffset.UTC);
        return (period == Period.DAY ? start.plusDays(1) : start.plusMonths(1)).toInstant();
    }
}
