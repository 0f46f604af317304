package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts, by id, in an order of the store's own that never changes.
 *
 * @param after only ids after this one in that order; null for all
 * @param limit most accounts on the page, 1 to {@value EntryQuery#MAX_LIMIT}
 */
public record AccountQuery(@Nullable AccountId after, int limit) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range */
    public AccountQuery {
        Checks.range("limit", limit, 1, EntryQuery.MAX_LIMIT);
    }
}
