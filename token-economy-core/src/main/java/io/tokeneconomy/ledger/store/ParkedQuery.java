package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;

/**
 * Which parked payments that still need a person, by session id; resolved ones are never listed.
 *
 * @param after only session ids after this one; empty for all
 * @param limit most payments on the page, 1 to {@value EntryQuery#MAX_LIMIT}
 */
public record ParkedQuery(String after, int limit) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range */
    public ParkedQuery {
        Checks.range("limit", limit, 1, EntryQuery.MAX_LIMIT);
    }
}
