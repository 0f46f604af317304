package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that an account has entries that a subscriber was not told yet. There is none while he knows them all.
 *
 * @param key whose backlog
 * @param delivered the sequence of the last entry he was told
 * @param leasedUntil until when one dispatcher has it for itself; null when none has
 */
public record Backlog(
        BacklogKey key, long delivered, @Nullable Instant leasedUntil) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number or a time is out of range */
    public Backlog {
        Checks.range("delivered", delivered, 0, Long.MAX_VALUE);
        leasedUntil = leasedUntil == null ? null : Checks.time("leasedUntil", leasedUntil);
    }
}
