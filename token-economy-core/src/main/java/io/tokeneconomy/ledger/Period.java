package io.tokeneconomy.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A stretch of time after which a spend limit counts from 0 again, in UTC. */
public enum Period {
    /** From midnight to midnight. */
    DAY,
    /** From the first of a month to the next. */
    MONTH;

    /** {@return the beginning of the period that this time falls into} */
    public Instant startOf(Instant time) {
        if (this == DAY) {
            return time.truncatedTo(ChronoUnit.DAYS);
        }
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return utc.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
