package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table te_entry: written once, never changed, never removed. */
final class EntryTable {

    private static final String SELECT = "SELECT " + EntryRow.COLUMNS + " FROM te_entry";
    private static final String BY_KEY = SELECT + " WHERE idempotency_key IN (?)";
    private static final String NEWEST_FIRST =
            SELECT + " WHERE account = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?";
    private static final String OLDEST_FIRST = SELECT + " WHERE account = ? AND sequence > ? ORDER BY sequence LIMIT ?";
    private static final String INSERT =
            "INSERT INTO te_entry (" + EntryRow.COLUMNS + ") VALUES (" + EntryRow.MARKS + ")";

    private EntryTable() {}

    static Map<IdempotencyKey, LedgerEntry> find(Session session, Collection<IdempotencyKey> keys) throws SQLException {
        List<String> texts = keys.stream().map(IdempotencyKey::value).toList();
        Map<IdempotencyKey, LedgerEntry> found = new HashMap<>();
        InList.query(session, BY_KEY, texts, EntryRow::read).forEach(entry -> found.put(entry.key(), entry));
        return found;
    }

    static Page<LedgerEntry> page(Session session, EntryQuery query) throws SQLException {
        return Page.cut(
                session.query(
                        query.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST,
                        parameters -> parameters
                                .text(query.account().value())
                                .number(query.beyond())
                                .number(query.limit() + 1L),
                        EntryRow::read),
                query.limit());
    }

    static void append(Session session, Dialect dialect, List<LedgerEntry> entries) throws SQLException {
        Batch inserts = session.batch(INSERT);
        for (LedgerEntry entry : entries) {
            inserts.add(parameters -> EntryRow.write(parameters, entry));
        }
        try {
            inserts.send();
        } catch (SQLException e) {
            if (dialect.isConstraint(e)) {
                throw clash(session, entries, e);
            }
            throw e;
        }
    }

    private static StoreException clash(Session session, List<LedgerEntry> entries, SQLException cause)
            throws SQLException {
        List<IdempotencyKey> keys = entries.stream().map(LedgerEntry::key).toList();
        List<IdempotencyKey> taken =
                find(session, keys).keySet().stream().limit(3).toList();
        return StoreException.broken("an entry cannot be added; keys taken before: " + taken, cause);
    }
}
