package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entry changes a hold.
 *
 * @param hold the hold's number, which is the sequence of the entry that placed it
 * @param expiresAt when it times out from now on; null when that stays
 * @param parts how what it holds of each lot changed; positive when tokens are set aside, negative when they are used
 *     or given back
 */
public record HoldChange(long hold, @Nullable Instant expiresAt, List<Allocation> parts) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the number or the time is out of range */
    public HoldChange {
        Checks.range("hold", hold, 1, Long.MAX_VALUE);
        expiresAt = expiresAt == null ? null : Checks.time("expiresAt", expiresAt);
        parts = List.copyOf(parts);
    }
}
