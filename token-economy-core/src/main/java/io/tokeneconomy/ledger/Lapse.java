package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.List;

/**
 * Ends tokens of one credit before their time, as agreed when it was made, for example what is over a cap. Takes from the
 * lot that the credit opened and from no other; tokens on hold are left to their work.
 *
 * @param account whose tokens
 * @param source the key of the credit
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens; when the lot has less, what is there
 * @param key the operation's permanent key
 * @param details what the host says about it
 */
public record Lapse(AccountId account, IdempotencyKey source, long amount, IdempotencyKey key, Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount is out of range */
    public Lapse {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
    }

    @Override
    public List<IdempotencyKey> keys() {
        return List.of(key, source);
    }
}
