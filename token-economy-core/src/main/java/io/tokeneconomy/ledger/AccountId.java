package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;

/**
 * Whose tokens these are: the host's own user id. An account needs no creation; it exists with its first entry.
 *
 * <p>Compared exactly, upper and lower case differ. Choose an id that never changes hands (not an e-mail address).
 *
 * @param value 1 to {@value LedgerLimits#MAX_ACCOUNT_ID} characters, no control characters, no blank at either end
 */
public record AccountId(String value) implements Comparable<AccountId> {

    /** @throws InvalidValueException when the value is not allowed */
    public AccountId {
        Checks.text("account", value, LedgerLimits.MAX_ACCOUNT_ID);
        if (!value.equals(value.strip())) {
            throw new InvalidValueException("account", value, "an id without blanks at its ends");
        }
    }

    /**
     * {@return the id with this value}
     *
     * @param value the host's user id
     * @throws InvalidValueException when the value is not allowed
     */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    /** Orders by value; every store locks accounts in this order, so that two updates cannot wait for each other. */
    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
