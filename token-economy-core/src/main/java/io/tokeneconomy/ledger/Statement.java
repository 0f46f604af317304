package io.tokeneconomy.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of an account's history, newest first, whichever way it was reached.
 *
 * <p>In the direction in which a page was reached its cursor tells exactly whether there is another page. The cursor back
 * leads to where the page was reached from; for a cursor that no page gave, or that is used with another filter, that
 * may be an empty page.
 *
 * @param entries the entries of this page
 * @param nextCursor where the next, older page begins; null when there is none
 * @param previousCursor where the previous, newer page begins; null when there was none as this one was read. For what
 *     is booked later ask with {@link StatementCursor#newerThan} the newest entry's sequence.
 */
public record Statement(
        List<LedgerEntry> entries,
        @Nullable StatementCursor nextCursor,
        @Nullable StatementCursor previousCursor) {

    /** Copies the list. */
    public Statement {
        entries = List.copyOf(entries);
    }

    /** {@return where the next, older page begins, empty on the last one} */
    public Optional<StatementCursor> next() {
        return Optional.ofNullable(nextCursor);
    }

    /** {@return where the previous, newer page begins, empty on the first one} */
    public Optional<StatementCursor> previous() {
        return Optional.ofNullable(previousCursor);
    }
}
