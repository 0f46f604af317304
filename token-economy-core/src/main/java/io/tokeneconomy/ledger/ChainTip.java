package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;

/**
 * An account's latest entry, where the next one joins the chain.
 *
 * @param sequence its number, 0 before the first
 * @param head its hash, {@link Digest#ZERO} before the first
 * @param at when it was booked, {@link Instant#EPOCH} before the first
 */
public record ChainTip(long sequence, Digest head, Instant at) {

    /** Before the first entry. */
    public static final ChainTip START = new ChainTip(0, Digest.ZERO, Instant.EPOCH);

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public ChainTip {
        Checks.range("sequence", sequence, 0, Long.MAX_VALUE);
        at = Checks.time("lastEntryAt", at);
    }
}
