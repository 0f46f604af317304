package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.List;

/**
 * Takes tokens back whose payment was refunded or disputed: first from the lot that the payment opened, then from other
 * lots in {@link Lot#BURN_ORDER}; for what was spent already see the policy. Tokens on hold are left to their work.
 *
 * <p>It does not count what earlier clawbacks of the same payment took: that is for the caller to know.
 *
 * @param account whose tokens
 * @param source the key of the credit that is taken back
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param policy what happens to tokens that were spent already
 * @param details what the host says about it
 */
public record Clawback(
        AccountId account,
        IdempotencyKey source,
        long amount,
        IdempotencyKey key,
        ClawbackPolicy policy,
        Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Clawback {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    @Override
    public List<IdempotencyKey> keys() {
        return List.of(key, source);
    }
}
