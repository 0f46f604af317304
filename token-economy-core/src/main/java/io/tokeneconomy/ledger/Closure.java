package io.tokeneconomy.ledger;

/**
 * Closes an account: what it has left is forfeited, what it owes is written off, with it the parts of tokens that
 * metered use has not filled, and its settings are reset. Refused while a hold is open. A {@link Configuration} opens
 * it again.
 *
 * @param account whose account
 * @param key the operation's permanent key
 * @param audit who did it, and why
 */
public record Closure(AccountId account, IdempotencyKey key, Audit audit) implements Operation {

    @Override
    public Details details() {
        return audit.details();
    }
}
