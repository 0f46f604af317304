package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.function.Function;

/**
 * Keeps everything, and makes decisions atomic.
 *
 * <p>Implementations are thread-safe, and safe beside other processes on the same data unless they say otherwise.
 * Everything they cannot do for reasons outside the request (no connection, disk full, time-out) they throw as
 * {@link StoreException}.
 */
public interface LedgerStore extends AutoCloseable {

    /**
     * Makes one decision atomic:
     *
     * <ol>
     *   <li>Everything the scope names is loaded, and protected from other updates that name any of it, accounts in
     *       sorted order.
     *   <li>The decision is called with this snapshot. It is pure; it may be called again on a fresh snapshot when the
     *       first attempt could not be committed.
     *   <li>Its changes are written and committed, durably, all or nothing.
     *   <li>Its result is returned, after the commit and never without it.
     * </ol>
     *
     * An exception from the decision writes nothing and is thrown on unchanged.
     *
     * @param scope what the decision may look at and change
     * @param decision looks at the snapshot, returns the changes and a result
     * @return the decision's result
     * @throws IllegalArgumentException when the changes do not fit the snapshot, see {@link Changes#requireFitting};
     *     nothing is written
     * @throws StoreException when the outcome was not committed, or is unknown (then {@link
     *     StoreException#outcomeUnknown()}); repeating the operation under its keys is safe in both cases
     */
    <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision);

    /**
     * The same for several who have nothing to do with each other, none of whom should wait because another's account is
     * locked: waits only a moment for locks, about half a second. A store in which nobody can keep an account locked for
     * long need not tell the two apart; by default it does not.
     *
     * @throws AccountsLockedException when others have accounts of the scope locked for longer; nothing is written
     * @see #update
     */
    default <R> R updateUnlessLocked(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return update(scope, decision);
    }

    /**
     * {@return what the scope names, as last committed} Waits for no update.
     *
     * @throws StoreException when the store cannot be read
     */
    Snapshot read(Scope scope);

    /**
     * {@return a page of one account's entries}
     *
     * @throws StoreException when the store cannot be read
     */
    Page<LedgerEntry> entries(EntryQuery query);

    /**
     * {@return a page of orders, newest first}
     *
     * @throws StoreException when the store cannot be read
     */
    Page<Order> orders(OrderQuery query);

    /**
     * {@return a page of the parked payments that are not {@link ParkedPayment#resolvedAt() resolved}, by session id} A
     * resolved one is still shown by a {@link Snapshot} whose scope names its session.
     *
     * @throws StoreException when the store cannot be read
     */
    Page<ParkedPayment> parked(ParkedQuery query);

    /**
     * {@return a page of the accounts that have entries, by id; those that are due only when the query says so}
     *
     * @throws StoreException when the store cannot be read
     */
    Page<AccountId> accounts(AccountQuery query);

    /**
     * {@return a page of a subscriber's backlogs, by account}
     *
     * @throws StoreException when the store cannot be read
     */
    Page<Backlog> backlogs(BacklogQuery query);

    /**
     * Erases whose account it was: moves the account and all its entries and orders to the pseudonym, as the erasure
     * says, and forgets the account's customers and backlogs. Nothing is left under the account's id. Doing it again
     * finishes what was interrupted; an account without entries is left alone.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the account is not closed; nothing is written
     * @throws StoreException when it could not be finished; repeating it is safe
     */
    void erase(Erasure erasure);

    /**
     * {@return how many updates of different accounts are worth running at once} Callers that come in greater numbers
     * are gathered into as many batches. One by default: a store with a single writer.
     */
    default int writers() {
        return 1;
    }

    /** Lets running updates finish, refuses new ones and frees everything. Closing again does nothing. */
    @Override
    void close();
}
