package io.tokeneconomy.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account has at a time. Tokens that have expired by then are never shown.
 *
 * @param settled the sum of all entries; available + held − debt
 * @param held set aside by open holds
 * @param available what is there to spend
 * @param debt what is owed; the next tokens pay it first
 * @param overdraft how much may be spent beyond what is available
 * @param paid how much of the available tokens was paid for
 * @param free how much of the available tokens was given away
 * @param expiringSoon how much of the available tokens expires within {@link LedgerLimits#SOON}
 * @param nextExpiryAt when the next available tokens expire; null when none do
 */
public record Balance(
        long settled,
        long held,
        long available,
        long debt,
        long overdraft,
        long paid,
        long free,
        long expiringSoon,
        @Nullable Instant nextExpiryAt) {

    /** {@return the most that one operation could spend now} */
    public long spendable() {
        return available + overdraft;
    }

    /** {@return when the next available tokens expire} */
    public Optional<Instant> nextExpiry() {
        return Optional.ofNullable(nextExpiryAt);
    }
}
