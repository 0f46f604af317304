package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which backlogs of a subscriber, by account, in the order of {@link AccountQuery}.
 *
 * @param subscriber whose backlogs
 * @param after only accounts after this one; null for all
 * @param limit most backlogs on the page, 1 to {@value EntryQuery#MAX_LIMIT}
 */
public record BacklogQuery(String subscriber, @Nullable AccountId after, int limit) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range */
    public BacklogQuery {
        Checks.range("limit", limit, 1, EntryQuery.MAX_LIMIT);
    }
}
