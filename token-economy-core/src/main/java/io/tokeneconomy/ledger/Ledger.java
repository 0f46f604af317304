package io.tokeneconomy.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The book of all tokens. Every operation is atomic and idempotent by its permanent key: it is booked entirely and
 * once, or not at all, whichever thread, process or retry asks for it.
 *
 * <p>Thread-safe. Refusals are {@link Outcome}s; a store that cannot be reached throws
 * {@code io.tokeneconomy.ledger.store.StoreException}, after which the same call with the same key may be repeated
 * safely. Wrong arguments throw {@link io.tokeneconomy.error.InvalidValueException}.
 */
public interface Ledger {

    /**
     * Books an operation.
     *
     * @param operation what to book, under a key that is not reserved
     * @return booked, replayed, or why it was refused
     */
    Outcome apply(Operation operation);

    /**
     * Books many operations in few commits: each for itself, with the same checks as {@link #apply(Operation)}. One that
     * is refused does not hinder the others. Operations of the same account are booked in the order of the list.
     *
     * @param operations 1 to {@value LedgerLimits#MAX_BULK} operations; wrong ones are found before any is booked
     * @return one outcome for each, in their order
     * @throws RuntimeException the first failure, when the store fails or an operation cannot be decided, after all
     *     others were tried; asking again for the whole list answers {@link Outcome.Replayed} for what stands
     */
    List<Outcome> apply(List<Operation> operations);

    /** Gives free tokens that never expire. See {@link #apply} and {@link Grant} for more. */
    default Outcome grant(AccountId account, long amount, IdempotencyKey key) {
        return apply(Grant.of(account, amount, key));
    }

    /** Takes tokens. See {@link #apply} and {@link Spend} for more. */
    default Outcome spend(AccountId account, long amount, IdempotencyKey key) {
        return apply(Spend.of(account, amount, key));
    }

    /** {@return what the account has now; all zero for an account without entries} */
    Balance balance(AccountId account);

    /**
     * {@return a page of the account's history, newest first}
     *
     * @param account whose history
     * @param limit most entries on the page, 1 to {@value LedgerLimits#MAX_PAGE}
     * @param cursor where the page begins, from the page before; null for the newest entries
     */
    Statement statement(AccountId account, int limit, @Nullable StatementCursor cursor);

    /** {@return the entry booked under that key} */
    Optional<LedgerEntry> entry(IdempotencyKey key);

    /**
     * Recomputes the account's history from its first entry: hashes, order, balances and lots. Reads all of it, in
     * pages; entries booked meanwhile are left out.
     *
     * @return intact, or the first entry that is wrong
     */
    Verification verify(AccountId account);
}
