package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Work to be paid for: what {@link Ledger#charge(Charge, SettlingWork)} is asked. Account and key are what it is known
 * by; everything else may differ when it is asked again.
 *
 * @param account who pays
 * @param cost the tokens set aside while the work runs, and taken afterwards unless the work settles for something else;
 *     1 to {@value LedgerLimits#MAX_AMOUNT}
 * @param key the charge's permanent key, not reserved
 * @param timeout after which time the tokens come back when nobody finished the charge, in whole milliseconds, at least
 *     one and at most {@link LedgerLimits#MAX_HOLD_TIME}; should exceed the longest the work takes
 * @param member who of a shared account's members it is; null when nobody says
 * @param details what the host says about it, on every entry of the charge; one metadata entry fewer than elsewhere, the
 *     hold's entry needs it
 */
public record Charge(
        AccountId account,
        long cost,
        IdempotencyKey key,
        Duration timeout,
        @Nullable String member,
        Details details) {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number, the timeout, the key or a text is not allowed */
    public Charge {
        Checks.range("cost", cost, 1, LedgerLimits.MAX_AMOUNT);
        key.requireUnreserved();
        timeout = HoldTime.check(timeout);
        Member.check(member);
        Checks.range("metadata size", details.metadata().size(), 0, LedgerLimits.MAX_METADATA - 1);
    }

    /** {@return a charge of {@link LedgerLimits#HOLD_TIME} without details} */
    public static Charge of(AccountId account, long cost, IdempotencyKey key) {
        return new Charge(account, cost, key, LedgerLimits.HOLD_TIME, null, Details.NONE);
    }

    /** {@return this charge by that member of a shared account} */
    public Charge by(String newMember) {
        return new Charge(account, cost, key, timeout, newMember, details);
    }

    /** {@return this charge with another time after which the tokens come back} */
    public Charge withTimeout(Duration newTimeout) {
        return new Charge(account, cost, key, newTimeout, member, details);
    }

    /** {@return this charge with other details} */
    public Charge withDetails(Details newDetails) {
        return new Charge(account, cost, key, timeout, member, newDetails);
    }
}
