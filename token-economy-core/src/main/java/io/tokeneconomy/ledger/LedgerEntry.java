package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's history. Written once, never changed, never removed.
 *
 * @param account whose entry
 * @param sequence its number within the account: 1, 2, 3… without gaps
 * @param at when it was booked, whole microseconds, never before the entry ahead of it
 * @param key the operation's permanent key
 * @param movement type, amount, balance after and lots
 * @param details what the host said about it
 * @param purchase the sale, for a {@link EntryType#PURCHASE}; otherwise null
 * @param seal fingerprint and hash chain
 */
public record LedgerEntry(
        AccountId account,
        long sequence,
        Instant at,
        IdempotencyKey key,
        Movement movement,
        Details details,
        @Nullable PurchaseDetails purchase,
        Seal seal) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the sequence is not positive or the time before 1970 or after 9999 */
    public LedgerEntry {
        Checks.range("sequence", sequence, 1, Long.MAX_VALUE);
        at = Checks.time("at", at);
    }

    /** {@return what happened} */
    public EntryType type() {
        return movement.type();
    }

    /** {@return the change of the balance, negative for tokens out} */
    public long amount() {
        return movement.amount();
    }

    /** {@return the account's balance after this entry} */
    public long balanceAfter() {
        return movement.balanceAfter();
    }

    /** {@return this entry under another seal} */
    public LedgerEntry sealed(Seal newSeal) {
        return new LedgerEntry(account, sequence, at, key, movement, details, purchase, newSeal);
    }
}
