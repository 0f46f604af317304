package io.tokeneconomy.ledger;

/**
 * Gives a hold's tokens back to their lots and closes it. Tokens whose lot has expired meanwhile expire at once.
 *
 * @param account whose hold
 * @param hold the key that placed the hold
 * @param key the operation's permanent key
 * @param details what the host says about it
 */
public record Release(AccountId account, IdempotencyKey hold, IdempotencyKey key, Details details)
        implements Operation {

    /** {@return a release without details} */
    public static Release of(AccountId account, IdempotencyKey hold, IdempotencyKey key) {
        return new Release(account, hold, key, Details.NONE);
    }

    /** {@return this release with other details} */
    public Release withDetails(Details newDetails) {
        return new Release(account, hold, key, newDetails);
    }
}
