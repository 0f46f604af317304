package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;

/**
 * Metered use, as an entry records it. Nothing is rounded away: the part of a token that it did not fill is carried to
 * the meter's next use.
 *
 * @param meter the meter's name
 * @param units what was used
 * @param rate what it cost
 * @param carried the part of a token carried on from here
 */
public record Metering(String meter, long units, MeterRate rate, Remainder carried) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the name or the number is not allowed */
    public Metering {
        Checks.text("meter", meter, LedgerLimits.MAX_METER);
        Checks.range("units", units, 1, LedgerLimits.MAX_AMOUNT);
    }
}
