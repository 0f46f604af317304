package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Charges metered use. Each meter of an account carries the part of a token that is not filled yet to its next use, so
 * that many small uses cost exactly as much as one of their sum. A use that fills no token is booked with amount 0.
 *
 * @param account who pays
 * @param meter the meter's name, 1 to {@value LedgerLimits#MAX_METER} characters
 * @param units what was used, 1 to {@value LedgerLimits#MAX_AMOUNT}
 * @param rate what it costs
 * @param key the operation's permanent key
 * @param member who of a shared account's members it was; null when nobody says
 * @param details what the host says about it
 */
public record MeteredSpend(
        AccountId account,
        String meter,
        long units,
        MeterRate rate,
        IdempotencyKey key,
        @Nullable String member,
        Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when a name or a number is not allowed */
    public MeteredSpend {
        Checks.text("meter", meter, LedgerLimits.MAX_METER);
        Checks.range("units", units, 1, LedgerLimits.MAX_AMOUNT);
        Member.check(member);
    }

    /** {@return metered use without details} */
    public static MeteredSpend of(AccountId account, String meter, long units, MeterRate rate, IdempotencyKey key) {
        return new MeteredSpend(account, meter, units, rate, key, null, Details.NONE);
    }

    /** {@return this use by that member of a shared account} */
    public MeteredSpend by(String newMember) {
        return new MeteredSpend(account, meter, units, rate, key, newMember, details);
    }

    /** {@return this use with other details} */
    public MeteredSpend withDetails(Details newDetails) {
        return new MeteredSpend(account, meter, units, rate, key, member, newDetails);
    }
}
