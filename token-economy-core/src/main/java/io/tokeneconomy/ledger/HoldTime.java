package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** How long a hold may last. */
final class HoldTime {

    private HoldTime() {}

    static Duration check(Duration timeout) {
        Duration millis = timeout.truncatedTo(ChronoUnit.MILLIS);
        if (millis.compareTo(Duration.ofMillis(1)) < 0 || millis.compareTo(LedgerLimits.MAX_HOLD_TIME) > 0) {
            throw new InvalidValueException("timeout", timeout, "PT0.001S to " + LedgerLimits.MAX_HOLD_TIME);
        }
        return millis;
    }
}
