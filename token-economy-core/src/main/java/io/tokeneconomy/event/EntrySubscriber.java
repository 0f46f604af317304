package io.tokeneconomy.event;

/**
 * Receives what follows from every entry, durably: a booking and the note that this subscriber has to be told of it are
 * one transaction.
 *
 * <p>Guarantees:
 *
 * <ul>
 *   <li><strong>At least once.</strong> Every entry that was booked by a process whose builder has this name is received,
 *       whatever crashes when. It may come again: after a crash, after a failure, or when it took so long that another
 *       process took over. Account, sequence and class of an event say whether it is known.
 *   <li><strong>In order</strong> of sequence within an account; events of one entry in a fixed order, the
 *       {@link TokenEconomyEvent.Booked} one first. When entries come again they come in order again. Accounts among each
 *       other have no order.
 *   <li><strong>Until it worked.</strong> When it throws, the entry comes again, after 1 second, then 2, 4 and so on, at
 *       most 5 minutes. Meanwhile nothing later of that account comes; other accounts go on. The same when an entry is
 *       missing or the account cannot be read.
 *   <li><strong>Shared.</strong> Of all processes that have a subscriber of this name, one at a time delivers an account.
 *       A call that takes longer than 30 seconds may be made again elsewhere while it runs.
 * </ul>
 *
 * Left out: accounts erased before they were delivered, and what the host books in a transaction of its own. Called by
 * one thread at a time in each process, not always the same.
 */
@FunctionalInterface
public interface EntrySubscriber {

    /** Receives an event; returning means that it need not come again. Any exception means that it failed. */
    void receive(TokenEconomyEvent.OfEntry event);
}
