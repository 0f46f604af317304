package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.HashSet;
import java.util.List;

/**
 * What holds for one account. Every change of it is an entry, so that nobody can change it unseen.
 *
 * @param status what it may do; {@link AccountStatus#OPEN} by default
 * @param overdraftLimit how many tokens it may owe by spending, 0 by default
 * @param spendLimits how much may be spent in a period; none by default
 */
public record AccountSettings(AccountStatus status, long overdraftLimit, List<SpendLimit> spendLimits) {

    /** Open, no overdraft, no spend limits. */
    public static final AccountSettings DEFAULT = new AccountSettings(AccountStatus.OPEN, 0, List.of());

    /** @throws InvalidValueException when a number is out of range, or two limits are for the same thing */
    public AccountSettings {
        Checks.range("overdraftLimit", overdraftLimit, 0, LedgerLimits.MAX_AMOUNT);
        Checks.range("number of spendLimits", spendLimits.size(), 0, LedgerLimits.MAX_SPEND_LIMITS);
        spendLimits = List.copyOf(spendLimits);
        HashSet<SpendLimit> subjects = new HashSet<>();
        for (SpendLimit limit : spendLimits) {
            if (!subjects.add(new SpendLimit(limit.member(), limit.period(), 0))) {
                throw new InvalidValueException("spendLimits", limit, "one limit for each member and period");
            }
        }
    }

    /** {@return these settings with another status} */
    public AccountSettings withStatus(AccountStatus newStatus) {
        return new AccountSettings(newStatus, overdraftLimit, spendLimits);
    }

    /** {@return these settings with another overdraft limit} */
    public AccountSettings withOverdraftLimit(long newLimit) {
        return new AccountSettings(status, newLimit, spendLimits);
    }

    /** {@return these settings with other spend limits} */
    public AccountSettings withSpendLimits(List<SpendLimit> newLimits) {
        return new AccountSettings(status, overdraftLimit, newLimits);
    }
}
