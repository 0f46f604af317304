package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;

/**
 * Credits tokens that were paid for, as a lot of their own.
 *
 * @param account who bought them
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param purchase the sale
 * @param terms expiry and priority of the new lot
 * @param details what is said about it
 */
public record Purchase(
        AccountId account, long amount, IdempotencyKey key, PurchaseDetails purchase, LotTerms terms, Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Purchase {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    /** A purchase whose tokens never expire. */
    public Purchase(AccountId account, long amount, IdempotencyKey key, PurchaseDetails purchase, Details details) {
        this(account, amount, key, purchase, LotTerms.PURCHASED, details);
    }
}
