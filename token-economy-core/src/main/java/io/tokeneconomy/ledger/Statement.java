package io.tokeneconomy.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of an account's history, newest first.
 *
 * @param entries the entries of this page
 * @param nextCursor where the next page begins, null on the last one
 */
public record Statement(List<LedgerEntry> entries, @Nullable StatementCursor nextCursor) {

    /** Copies the list. */
    public Statement {
        entries = List.copyOf(entries);
    }

    /** {@return where the next, older page begins, empty on the last one} */
    public Optional<StatementCursor> next() {
        return Optional.ofNullable(nextCursor);
    }
}
