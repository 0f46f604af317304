package io.tokeneconomy.event;

/**
 * Delivers to the {@link EntrySubscriber}s. Works by itself in the background, unless the builder switched that off: then
 * the host calls {@link #dispatch}. Thread-safe.
 */
public interface Outbox {

    /** Most accounts of one {@link #dispatch}: {@value}. */
    int MAX_DISPATCH = 10_000;

    /**
     * Delivers what is there to be delivered now, in the calling thread. May be called beside the background and in many
     * processes.
     *
     * @param limit for each subscriber the most accounts to look at, 1 to {@value #MAX_DISPATCH}
     * @return what was done, and whether more is left
     * @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached; calling again is safe
     */
    Dispatch dispatch(int limit);

    /**
     * Lets a subscriber receive every account from its first entry, again or for the first time. A subscriber starts
     * without this from what is booked once its name is known. Goes through all accounts, each page of them one commit,
     * and returns when they are noted, not when they are delivered. Interrupted, it is begun again.
     *
     * @param subscriber a name that was given to the builder
     * @return how many accounts there are
     * @throws io.tokeneconomy.error.InvalidValueException when no subscriber has that name
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    long replay(String subscriber);

    /**
     * Drops what is noted for a subscriber that no process has any more.
     *
     * @param subscriber a name that was <em>not</em> given to the builder
     * @return from how many accounts entries were left
     * @throws io.tokeneconomy.error.InvalidValueException when a subscriber has that name, or it cannot be one
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    long forget(String subscriber);

    /**
     * What one dispatch did.
     *
     * @param entries entries that subscribers received
     * @param failures accounts that a subscriber failed at; they come again later
     * @param more whether more can be delivered at once
     */
    record Dispatch(long entries, long failures, boolean more) {}
}
