package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;

/**
 * Gives tokens to an account, as a lot of its own.
 *
 * @param account who receives them
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param terms expiry, priority and funding of the new lot
 * @param details what the host says about it, the reason among it
 */
public record Grant(AccountId account, long amount, IdempotencyKey key, LotTerms terms, Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Grant {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    /** {@return a grant of free tokens that never expire} */
    public static Grant of(AccountId account, long amount, IdempotencyKey key) {
        return new Grant(account, amount, key, LotTerms.FREE, Details.NONE);
    }

    /**
     * {@return this grant, its tokens gone from that time on} Derive the time from what causes the grant, not from the
     * moment of asking: asking again with another time is another operation, and a conflict under the same key.
     */
    public Grant expiring(Instant expiresAt) {
        return withTerms(new LotTerms(expiresAt, terms.priority(), terms.funding()));
    }

    /** {@return this grant with other terms} */
    public Grant withTerms(LotTerms newTerms) {
        return new Grant(account, amount, key, newTerms, details);
    }

    /** {@return this grant with other details} */
    public Grant withDetails(Details newDetails) {
        return new Grant(account, amount, key, terms, newDetails);
    }
}
