package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.List;

/**
 * Moves tokens to another account, in {@link Lot#BURN_ORDER}; they keep expiry, priority and funding. Both sides are
 * booked in one commit: one entry on the sender's under this key, one on the receiver's for each kind of tokens.
 *
 * @param account who sends
 * @param to who receives
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param details what the host says about it, on both sides
 */
public record Transfer(AccountId account, AccountId to, long amount, IdempotencyKey key, Details details)
        implements Operation {

    /** @throws InvalidValueException when the amount is out of range or both accounts are the same */
    public Transfer {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
        if (account.equals(to)) {
            throw new InvalidValueException("to", to, "another account than the sender's");
        }
    }

    /** {@return a transfer without details} */
    public static Transfer of(AccountId from, AccountId to, long amount, IdempotencyKey key) {
        return new Transfer(from, to, amount, key, Details.NONE);
    }

    /** {@return this transfer with other details} */
    public Transfer withDetails(Details newDetails) {
        return new Transfer(account, to, amount, key, newDetails);
    }

    @Override
    public List<AccountId> accounts() {
        return List.of(account, to);
    }
}
