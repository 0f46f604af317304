package io.tokeneconomy.event;

import java.util.List;

/**
 * Told what happened, once it is committed, never inside the transaction.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li><strong>At most once.</strong> The process that booked tells its own listeners; when it dies between commit and
 *       call, nobody is told. A commit that was not confirmed is asked after, and told when it stands; when nobody can be
 *       asked either, it is not told. A replay is not told again. What must not be missed goes to an
 *       {@link EntrySubscriber}.
 *   <li><strong>In order</strong> for what this process books in one account, whatever thread booked it, one event at a
 *       time. Different accounts are told at the same time by different threads: be thread-safe. Refusals and lots that
 *       expire soon have no place in that order.
 *   <li><strong>By a thread that books</strong>, before its call returns; when several book in one account at the same
 *       time, one of them tells for the others. So keep it short, hand longer work to a queue. It may book, also in the
 *       same account: those events follow after this one.
 *   <li><strong>Guarded.</strong> What it throws is logged; it changes nothing, and the other listeners are told.
 * </ul>
 */
@FunctionalInterface
public interface TokenEconomyListener {

    /** Something happened. */
    void onEvent(TokenEconomyEvent event);

    /** {@return one listener that tells all of these, each guarded from the others' exceptions} */
    static TokenEconomyListener guarded(List<TokenEconomyListener> listeners) {
        return new GuardedListeners(listeners);
    }
}
