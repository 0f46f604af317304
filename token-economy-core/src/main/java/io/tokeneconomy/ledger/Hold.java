package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens set aside: they can be neither spent nor expire until they are captured, released, or the hold times out.
 *
 * @param number the sequence of the entry that placed it
 * @param key the key it was placed under, by which it is captured, released and extended
 * @param placedAt when it was placed
 * @param expiresAt when it times out and gives its tokens back
 * @param member who of a shared account's members placed it; null when nobody said
 * @param parts what it holds of each lot, by the lot's number; {@link Lot#remaining} is the part held
 */
public record Hold(
        long number,
        IdempotencyKey key,
        Instant placedAt,
        Instant expiresAt,
        @Nullable String member,
        List<Lot> parts) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number or a time is out of range */
    public Hold {
        Checks.range("hold number", number, 1, Long.MAX_VALUE);
        placedAt = Checks.time("placedAt", placedAt);
        expiresAt = Checks.time("expiresAt", expiresAt);
        parts = parts.stream().sorted(Comparator.comparingLong(Lot::number)).toList();
    }

    /** {@return the tokens it holds} */
    public long amount() {
        long amount = 0;
        for (Lot part : parts) {
            amount += part.remaining();
        }
        return amount;
    }

    /** {@return whether its time is over} */
    public boolean expiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
