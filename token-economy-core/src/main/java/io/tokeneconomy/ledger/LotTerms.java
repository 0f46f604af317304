package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed when a lot was granted.
 *
 * @param expiresAt from when on the tokens are gone, 1970 to 9999, cut to whole microseconds; null when they
 *     never expire
 * @param priority lots with a smaller number are spent first; −{@value LedgerLimits#MAX_PRIORITY} to
 *     {@value LedgerLimits#MAX_PRIORITY}, usually 0
 * @param funding whether the tokens were paid for
 */
public record LotTerms(@Nullable Instant expiresAt, int priority, Funding funding) {

    /** Paid tokens that never expire: what a purchase grants. */
    public static final LotTerms PURCHASED = new LotTerms(null, 0, Funding.PAID);

    /** Free tokens that never expire. */
    public static final LotTerms FREE = new LotTerms(null, 0, Funding.FREE);

    /** @throws io.tokeneconomy.error.InvalidValueException when the priority or the time is out of range */
    public LotTerms {
        Checks.range("priority", priority, -LedgerLimits.MAX_PRIORITY, LedgerLimits.MAX_PRIORITY);
        expiresAt = expiresAt == null ? null : Checks.time("expiresAt", expiresAt);
    }

    /** {@return whether tokens under these terms are gone at that time} */
    public boolean expiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
