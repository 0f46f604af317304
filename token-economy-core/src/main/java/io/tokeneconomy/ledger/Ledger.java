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
     * <p>An operation that cannot be decided (a grant that is over already, metered use that cannot be exact) does not
     * hinder the others either. When the store fails in a way that may pass, nothing more is tried. In both cases the
     * exception tells what became of each operation. Asking again for the whole list is always safe: what stands is
     * {@link Outcome.Replayed}.
     *
     * @param operations 1 to {@value LedgerLimits#MAX_BULK} operations, under keys that are not reserved; nothing is
     *     booked when one may not be asked for at all
     * @return one outcome for each, in their order
     * @throws BulkIncompleteException when not every operation got an outcome, with what became of each
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

    /** Sets tokens aside for {@link LedgerLimits#HOLD_TIME}. See {@link #apply} and {@link PlaceHold} for more. */
    default Outcome hold(AccountId account, long amount, IdempotencyKey key) {
        return apply(PlaceHold.of(account, amount, key));
    }

    /** Uses tokens of a hold and closes it. See {@link #apply} and {@link Capture} for more. */
    default Outcome capture(AccountId account, IdempotencyKey hold, long amount, IdempotencyKey key) {
        return apply(Capture.of(account, hold, amount, key));
    }

    /** Gives a hold's tokens back. See {@link #apply} and {@link Release} for more. */
    default Outcome release(AccountId account, IdempotencyKey hold, IdempotencyKey key) {
        return apply(Release.of(account, hold, key));
    }

    /** Moves tokens to another account. See {@link #apply} and {@link Transfer} for more. */
    default Outcome transfer(AccountId from, AccountId to, long amount, IdempotencyKey key) {
        return apply(Transfer.of(from, to, amount, key));
    }

    /**
     * Runs work that an account pays for: sets the tokens aside, runs the work, takes them when it returns, gives them
     * back when it throws. They are taken once for each key, however many calls, threads and processes try.
     *
     * <pre>{@code
     * Image image = ledger.charge(alice, 5, key, () -> draw(prompt)).orElseThrow();
     * }</pre>
     *
     * See {@link #charge(Charge, SettlingWork)} for everything else.
     *
     * @throws E what the work throws, unchanged
     */
    default <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(
            AccountId account, long cost, IdempotencyKey key, Work<T, E> work) throws E {
        return charge(Charge.of(account, cost, key), context -> work.run());
    }

    /**
     * Runs work that an account pays for, and that may settle for another cost. No lock, connection or transaction is
     * held while it runs; do not call this within a transaction of your own that the ledger joins, or nobody else sees
     * the tokens set aside.
     *
     * <p>What the ledger knows of the key decides:
     *
     * <table class="striped">
     *   <caption>A charge, by what stands under its key</caption>
     *   <thead><tr><th>known</th><th>then</th></tr></thead>
     *   <tbody>
     *     <tr><td>nothing</td><td>the tokens are set aside, the work runs; {@link ChargeResult.Refused} when they
     *         cannot be</td></tr>
     *     <tr><td>tokens set aside by an earlier call, their time not over</td>
     *         <td>{@link ChargeResult.InProgress}</td></tr>
     *     <tr><td>tokens that were set aside and came back: the work failed, or its process died</td>
     *         <td>as for nothing, as the next {@link ChargeContext#attempt attempt}, up to
     *         {@value LedgerLimits#MAX_CHARGE_ATTEMPTS}</td></tr>
     *     <tr><td>tokens of this account taken under it, by a charge, a spend or a capture</td>
     *         <td>{@link ChargeResult.AlreadyCharged}</td></tr>
     *     <tr><td>anything else</td><td>{@link ChargeResult.Refused} with {@link Outcome.KeyConflict}</td></tr>
     *   </tbody>
     * </table>
     *
     * <table class="striped">
     *   <caption>A charge whose work ran</caption>
     *   <thead><tr><th>what happened</th><th>then</th></tr></thead>
     *   <tbody>
     *     <tr><td>it returned</td><td>its cost is taken under the key: {@link ChargeResult.Charged}</td></tr>
     *     <tr><td>it settled for less</td><td>the rest comes back</td></tr>
     *     <tr><td>it settled for 0</td><td>all comes back, the key is used up</td></tr>
     *     <tr><td>it settled for more</td><td>the rest is taken from other tokens and the overdraft; when they do not
     *         suffice, what was set aside is taken: {@link ChargeResult.Underpaid}</td></tr>
     *     <tr><td>it returned when the time of its tokens was over</td><td>the work is done, so its cost is taken all the
     *         same: from what a later call set aside for the same key, or else from whatever the account has;
     *         {@link ChargeResult.Underpaid} when that does not suffice (or when it settled for 0), the key is free
     *         then</td></tr>
     *     <tr><td>meanwhile the key was paid for, by another call whose work overlapped</td><td>nothing more is taken:
     *         {@link ChargeResult.Charged} with the other's entry</td></tr>
     *     <tr><td>it returned, and the store fails three times when the cost is to be taken, or what the host put
     *         before the store fails</td><td>that exception; what was set aside stays so until its time is over, and may
     *         be captured until then under the
     *         charge's key: the work is done, so nothing is given back by itself before</td></tr>
     *     <tr><td>it threw</td><td>all comes back, the exception is thrown on unchanged; the key is free</td></tr>
     *     <tr><td>the process died</td><td>all comes back when its time is over; the key is free then</td></tr>
     *   </tbody>
     * </table>
     *
     * <p>A process may die after the work is done and before it is paid for; the work then runs again when it is asked for
     * again. Work that keeps what it makes under the same key loses nothing: it finds it when
     * {@link ChargeContext#attempt} is above 1, and the host finds it after {@link ChargeResult.AlreadyCharged}.
     *
     * @param charge what is asked for
     * @param work run by the calling thread, at most once
     * @throws E what the work throws, unchanged
     * @throws io.tokeneconomy.error.InvalidValueException when metered use cannot be charged exactly; the tokens come
     *     back
     */
    <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(Charge charge, SettlingWork<T, E> work)
            throws E;

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
     * the history's length, those that were due, and when holds were due, those since the oldest of them was placed.
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

    /**
     * {@return the part of a token that the account's earlier metered use has not filled yet} The meter's next use adds
     * to it.
     *
     * @param account whose account
     * @param meter the meter's name
     */
    Remainder carried(AccountId account, String meter);

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
     * @param limit most accounts to look at, 1 to {@value LedgerLimits#MAX_SWEEP}; those that cannot be settled do not
     *     count, so that no sweep gets stuck at them
     * @return what was booked, and whether more is due
     */
    Sweep sweep(int limit);
}
