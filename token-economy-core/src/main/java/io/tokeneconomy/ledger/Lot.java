package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.Comparator;

/**
 * Tokens granted together that are not used up yet.
 *
 * @param number the sequence of the entry that granted it, unique within the account
 * @param granted how many tokens it began with
 * @param remaining how many are left, 1 to {@code granted}
 * @param terms expiry, priority and funding
 */
public record Lot(long number, long granted, long remaining, LotTerms terms) {

    /**
     * The order in which lots are spent: soonest expiry, then smallest priority, then free before paid, then oldest.
     * Deterministic, so that every store and every replay takes from the same lots.
     */
    public static final Comparator<Lot> BURN_ORDER = Comparator.comparing(Lot::expiryOrEnd)
            .thenComparing(lot -> lot.terms().priority())
            .thenComparing(lot -> lot.terms().funding())
            .thenComparing(Lot::number);

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public Lot {
        Checks.range("lot number", number, 1, Long.MAX_VALUE);
        Checks.range("granted", granted, 1, LedgerLimits.MAX_BALANCE);
        Checks.range("remaining", remaining, 1, granted);
    }

    private Instant expiryOrEnd() {
        Instant expiresAt = terms.expiresAt();
        return expiresAt == null ? Instant.MAX : expiresAt;
    }
}
