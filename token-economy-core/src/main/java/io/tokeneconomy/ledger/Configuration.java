package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;

/**
 * Changes an account's settings: blocks it or opens it again, sets its overdraft and its spend limits.
 *
 * @param account whose settings
 * @param settings all settings from now on
 * @param key the operation's permanent key
 * @param audit who did it, and why
 */
public record Configuration(AccountId account, AccountSettings settings, IdempotencyKey key, Audit audit)
        implements Operation {

    /** @throws InvalidValueException when the account would be closed, which a {@link Closure} does */
    public Configuration {
        if (settings.status() == AccountStatus.CLOSED) {
            throw new InvalidValueException("status", settings.status(), "OPEN or BLOCKED; a closure closes");
        }
    }

    @Override
    public Details details() {
        return audit.details();
    }
}
