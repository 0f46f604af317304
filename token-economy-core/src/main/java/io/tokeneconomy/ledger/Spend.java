package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.Map;

/**
 * Takes tokens from an account's lots, in {@link Lot#BURN_ORDER}.
 *
 * @param account who pays
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param details what the host says about it
 */
public record Spend(AccountId account, long amount, IdempotencyKey key, Details details) implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Spend {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    /** {@return a spend without details} */
    public static Spend of(AccountId account, long amount, IdempotencyKey key) {
        return new Spend(account, amount, key, Details.NONE);
    }

    /** {@return this spend with the host's own id of its cause} */
    public Spend withReference(String reference) {
        return new Spend(account, amount, key, details.withReference(reference));
    }

    /** {@return this spend with a line for the statement} */
    public Spend withDescription(String description) {
        return new Spend(account, amount, key, details.withDescription(description));
    }

    /** {@return this spend with metadata} */
    public Spend withMetadata(Map<String, String> metadata) {
        return new Spend(account, amount, key, details.withMetadata(metadata));
    }
}
