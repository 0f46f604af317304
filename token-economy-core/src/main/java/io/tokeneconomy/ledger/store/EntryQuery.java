package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryFilter;

/**
 * Which entries of an account, in which order. Pages are found by sequence, so a page deep in the history costs no more
 * than the first.
 *
 * @param account whose entries
 * @param filter only entries that match
 * @param newestFirst whether sequences run down or up
 * @param beyond only entries past this sequence in that direction, itself not included
 * @param limit most entries on the page, 1 to {@value #MAX_LIMIT}
 */
public record EntryQuery(AccountId account, EntryFilter filter, boolean newestFirst, long beyond, int limit) {

    /** Most entries on a page. */
    public static final int MAX_LIMIT = 1_000;

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public EntryQuery {
        Checks.range("beyond", beyond, 0, Long.MAX_VALUE);
        Checks.range("limit", limit, 1, MAX_LIMIT);
    }

    /** {@return the newest entries} */
    public static EntryQuery newest(AccountId account, int limit) {
        return before(account, Long.MAX_VALUE, limit);
    }

    /** {@return entries before a sequence, newest first} */
    public static EntryQuery before(AccountId account, long sequence, int limit) {
        return new EntryQuery(account, EntryFilter.ALL, true, sequence, limit);
    }

    /** {@return entries after a sequence, oldest first} */
    public static EntryQuery after(AccountId account, long sequence, int limit) {
        return new EntryQuery(account, EntryFilter.ALL, false, sequence, limit);
    }

    /** {@return this query, only for entries that match} */
    public EntryQuery matching(EntryFilter newFilter) {
        return new EntryQuery(account, newFilter, newestFirst, beyond, limit);
    }
}
