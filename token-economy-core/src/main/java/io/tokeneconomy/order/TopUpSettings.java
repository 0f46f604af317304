package io.tokeneconomy.order;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.LedgerLimits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a buyer allows to be bought with the saved card while away.
 *
 * @param packageId which package of the catalog is bought
 * @param threshold it is bought when fewer tokens than this are available, 1 to {@value LedgerLimits#MAX_BALANCE}
 * @param cap the most that is charged in a day or month
 * @param cooldown the least time between two attempts, {@link #MIN_COOLDOWN} to {@link #MAX_COOLDOWN}, cut to whole
 *     seconds
 */
public record TopUpSettings(String packageId, long threshold, TopUpCap cap, Duration cooldown) {

    /** Shortest cooldown. */
    public static final Duration MIN_COOLDOWN = Duration.ofMinutes(1);

    /** Longest cooldown. */
    public static final Duration MAX_COOLDOWN = Duration.ofDays(31);

    /** The cooldown of {@link #of}. */
    public static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(10);

    private static final int MAX_ID = 255;

    /** @throws InvalidValueException when a value is out of range */
    public TopUpSettings {
        Checks.text("packageId", packageId, MAX_ID);
        Checks.range("threshold", threshold, 1, LedgerLimits.MAX_BALANCE);
        if (cooldown.compareTo(MIN_COOLDOWN) < 0 || cooldown.compareTo(MAX_COOLDOWN) > 0) {
            throw new InvalidValueException("cooldown", cooldown, MIN_COOLDOWN + " to " + MAX_COOLDOWN);
        }
        cooldown = cooldown.truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@return settings with the default cooldown} */
    public static TopUpSettings of(String packageId, long threshold, TopUpCap cap) {
        return new TopUpSettings(packageId, threshold, cap, DEFAULT_COOLDOWN);
    }

    /** {@return these settings with another cooldown} */
    public TopUpSettings withCooldown(Duration newCooldown) {
        return new TopUpSettings(packageId, threshold, cap, newCooldown);
    }
}
