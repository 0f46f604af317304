package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.Page;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table te_entry: written once, never changed, never removed. */
final class EntryTable {

    private static final String SELECT = "SELECT " + EntryRow.COLUMNS + " FROM te_entry";
    private static final String BY_KEY = SELECT + " WHERE idempotency_key IN (?)";
    private static final String ERASE = "UPDATE te_entry SET account = ?, effects = ?, sale = ?, erased = ?,"
            + " reference = NULL, description = NULL, metadata = ? WHERE account = ? AND sequence = ?";
    static final String INSERT = "INSERT INTO te_entry (" + EntryRow.COLUMNS + ") VALUES ("
            + String.join(", ", Collections.nCopies(EntryRow.KINDS.size(), "?")) + ")";

    private EntryTable() {}

    /** @param fresh whether an earlier look of the same transaction must not count */
    static Map<IdempotencyKey, LedgerEntry> find(Session session, Collection<IdempotencyKey> keys, boolean fresh)
            throws SQLException {
        String sql = fresh ? session.dialect().fresh(BY_KEY) : BY_KEY;
        List<String> texts = keys.stream().map(IdempotencyKey::value).toList();
        Map<IdempotencyKey, LedgerEntry> found = new HashMap<>();
        InList.query(session, sql, texts, EntryRow::read).forEach(entry -> found.put(entry.key(), entry));
        return found;
    }

    static Page<LedgerEntry> page(Session session, EntryQuery query) throws SQLException {
        EntryWhere where = new EntryWhere(query, session.dialect().position());
        return Page.cut(session.query(SELECT + where.sql(), where::bind, EntryRow::read), query.limit());
    }

    /** Moves an account's entries to its pseudonym, page by page. */
    static void erase(Session session, Erasure erasure, Digest salt) throws SQLException {
        List<LedgerEntry> page;
        do {
            page = page(session, EntryQuery.after(erasure.account(), 0, EntryQuery.MAX_LIMIT))
                    .items();
            Batch updates = session.batch(ERASE);
            for (LedgerEntry entry : page) {
                LedgerEntry erased = erasure.erase(entry, salt);
                updates.add(parameters -> parameters
                        .exact(erased.account().value())
                        .text(EffectsJson.write(erased.movement().effects()))
                        .text(SaleJson.write(erased.purchase()))
                        .digest(erased.seal().erased())
                        .text(Json.NOTHING)
                        .exact(entry.account().value())
                        .number(entry.sequence()));
            }
            updates.send();
        } while (!page.isEmpty());
    }
}
