package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an account's history.
 *
 * @param account whose history
 * @param filter only entries that match
 * @param limit most entries on the page, 1 to {@value LedgerLimits#MAX_PAGE}; {@value #DEFAULT_LIMIT} unless said
 * @param cursor where the page begins, from another page of the same account; null for the newest entries
 */
public record StatementQuery(
        AccountId account,
        EntryFilter filter,
        int limit,
        @Nullable StatementCursor cursor) {

    /** Entries on a page of a query that does not say. */
    public static final int DEFAULT_LIMIT = 20;

    /** @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range */
    public StatementQuery {
        Checks.range("limit", limit, 1, LedgerLimits.MAX_PAGE);
    }

    /** {@return the newest entries} */
    public static StatementQuery of(AccountId account) {
        return new StatementQuery(account, EntryFilter.ALL, DEFAULT_LIMIT, null);
    }

    /** {@return this query, only for entries that match} */
    public StatementQuery matching(EntryFilter newFilter) {
        return new StatementQuery(account, newFilter, limit, cursor);
    }

    /** {@return this query with pages of that size} */
    public StatementQuery limit(int newLimit) {
        return new StatementQuery(account, filter, newLimit, cursor);
    }

    /** {@return this query, its page beginning there} */
    public StatementQuery at(@Nullable StatementCursor newCursor) {
        return new StatementQuery(account, filter, limit, newCursor);
    }
}
