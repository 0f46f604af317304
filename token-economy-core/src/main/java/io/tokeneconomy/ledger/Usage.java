package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was spent in one period.
 *
 * @param period the length of the period
 * @param start its beginning
 * @param member whose spending; null for the whole account's
 * @param tokens the tokens, those on hold included
 */
public record Usage(Period period, Instant start, @Nullable String member, long tokens) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the time or the number is out of range */
    public Usage {
        start = Checks.time("start", start);
        Checks.range("usage", tokens, 0, Long.MAX_VALUE);
    }
}
