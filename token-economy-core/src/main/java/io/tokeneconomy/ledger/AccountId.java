package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.regex.Pattern;

/**
 * Whose tokens these are: the host's own user id. An account needs no creation; it exists with its first entry.
 *
 * <p>Compared exactly, upper and lower case differ. Choose an id that never changes hands (not an e-mail address).
 *
 * @param value 1 to {@value LedgerLimits#MAX_ACCOUNT_ID} characters, no control or
 *     invisible characters, no blank at either end
 */
public record AccountId(String value) implements Comparable<AccountId> {

    /** Looks like another id, but is none: invisible characters anywhere, blanks of any kind at the ends. */
    private static final Pattern TREACHEROUS = Pattern.compile("\\p{Cf}|^\\p{Z}|\\p{Z}$");

    /** @throws InvalidValueException when the value is not allowed */
    public AccountId {
        Checks.text("account", value, LedgerLimits.MAX_ACCOUNT_ID);
        boolean plain = Checks.isPrintableAscii(value) && !value.startsWith(" ") && !value.endsWith(" ");
        if (!plain && TREACHEROUS.matcher(value).find()) {
            throw new InvalidValueException(
                    "account", value, "an id without invisible characters, and without blanks at its ends");
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
