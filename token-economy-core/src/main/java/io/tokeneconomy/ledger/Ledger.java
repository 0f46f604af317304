package io.tokeneconomy.ledger;

import java.io.IOException;
import java.time.Instant;
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
    default Statement statement(AccountId account, int limit, @Nullable StatementCursor cursor) {
        return statement(StatementQuery.of(account).limit(limit).at(cursor));
    }

    /**
     * {@return a page of the account's history, newest first} Pages are found by sequence: one deep in the history costs
     * no more than the first, and new entries move none. Conditions of the filter other than time are looked for entry
     * by entry: the rarer a match, the more is read.
     */
    Statement statement(StatementQuery query);

    /**
     * {@return what the account added up to at a time, as if everything due by then had been booked} Lots that had
     * expired and holds that had timed out count as such, also when that was booked later or is not booked yet.
     *
     * <p>Of a time to come it says what will be if nothing else happens. The answer for a time that is past is final, once
     * it is past by more than the clocks of the nodes differ. Reads a number of entries that grows with the logarithm of
     * the history's length, and those that were due.
     *
     * @param account whose account
     * @param at the time, from 1970 to 9999; entries booked at exactly this time count
     * @throws io.tokeneconomy.error.InvalidValueException when the time is out of range
     */
    Totals balanceAt(AccountId account, Instant at);

    /** {@return the account's open lots in {@link Lot#BURN_ORDER}, without those that have expired} */
    List<Lot> lots(AccountId account);

    /** {@return the account's open holds in the order they were placed, without those that have timed out} */
    List<Hold> holds(AccountId account);

    /** {@return what holds for the account; {@link AccountSettings#DEFAULT} for one without entries} */
    AccountSettings settings(AccountId account);

    /**
     * {@return what an entry did to which lots, in the order it did} Reads one entry for each of them.
     *
     * @param entry an entry of this ledger
     */
    List<LotUse> lotsOf(LedgerEntry entry);

    /**
     * Writes the account's entries, oldest first, in pages: a history of any length takes the same memory. Entries booked
     * meanwhile are left out. Nothing is flushed or closed.
     *
     * @param account whose entries
     * @param filter only entries that match
     * @param format how they are written
     * @param to where to, for example an {@link java.io.Writer} with UTF-8
     * @return how many were written
     * @throws IOException when {@code to} throws it
     */
    long export(AccountId account, EntryFilter filter, ExportFormat format, Appendable to) throws IOException;

    /** Writes every account's entries, account by account in the store's order. See {@link #export}. */
    long exportAll(EntryFilter filter, ExportFormat format, Appendable to) throws IOException;

    /** {@return the entry booked under that key} */
    Optional<LedgerEntry> entry(IdempotencyKey key);

    /**
     * Recomputes the account's history from its first entry: hashes, order, balances and lots. Reads all of it, in
     * pages; entries booked meanwhile are left out.
     *
     * @return intact, or the first entry that is wrong
     */
    Verification verify(AccountId account);

    /**
     * Books what is due by itself: holds that time out, lots that expire. Nobody has to call it for balances to be right,
     * which never show what is due; it brings the entries, and the events, near to their time. Many threads and processes
     * may sweep at once: what is due is booked once. Each batch of accounts is a commit of its own, so a sweep that is
     * interrupted is simply gone on with by the next.
     *
     * @param limit most accounts to look at, 1 to {@value LedgerLimits#MAX_SWEEP}
     * @return what was booked, and whether more is due
     */
    Sweep sweep(int limit);
}
