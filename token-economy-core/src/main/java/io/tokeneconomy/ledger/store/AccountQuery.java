package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts, by id, in an order of the store's own that never changes. Ids that begin with the same text are next to
 * each other in it, and right behind the id that is that text.
 *
 * @param after only ids after this one in that order; null for all
 * @param dueBy only accounts whose {@link io.tokeneconomy.ledger.Account#dueAt} is this time or before; null for all
 * @param limit most accounts on the page, 1 to {@value EntryQuery#MAX_LIMIT}
 */
public record AccountQuery(
        @Nullable AccountId after, @Nullable Instant dueBy, int limit) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the limit or the time is out of range */
    public AccountQuery {
        dueBy = dueBy == null ? null : Checks.time("dueBy", dueBy);
        Checks.range("limit", limit, 1, EntryQuery.MAX_LIMIT);
    }

    /** {@return all accounts after that one} */
    public static AccountQuery after(@Nullable AccountId account, int limit) {
        return new AccountQuery(account, null, limit);
    }
}
