package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Snapshot;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table te_backlog: what subscribers were not told yet. */
final class BacklogTable {

    private static final String SELECT = "SELECT subscriber, account, delivered, leased_until FROM te_backlog";
    private static final String BY_ACCOUNT = SELECT + " WHERE account IN (?)";
    private static final String PAGE = SELECT + " WHERE subscriber = ? AND account > ? ORDER BY account LIMIT ?";
    private static final String INSERT =
            "INSERT INTO te_backlog (delivered, leased_until, subscriber, account) VALUES (?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE te_backlog SET delivered = ?, leased_until = ? WHERE subscriber = ? AND account = ?";
    private static final String DELETE = "DELETE FROM te_backlog WHERE subscriber = ? AND account = ?";

    private static final String FORGET = "DELETE FROM te_backlog WHERE account = ?";

    private BacklogTable() {}

    static void forget(Session session, AccountId account) throws SQLException {
        Batch forget = session.batch(FORGET);
        forget.add(parameters -> parameters.text(account.value()));
        forget.send();
    }

    static Map<BacklogKey, Backlog> find(Session session, Collection<BacklogKey> keys) throws SQLException {
        List<String> accounts =
                keys.stream().map(key -> key.account().value()).distinct().toList();
        Map<BacklogKey, Backlog> found = new HashMap<>();
        InList.query(session, BY_ACCOUNT, accounts, BacklogTable::map)
                .forEach(backlog -> found.put(backlog.key(), backlog));
        found.keySet().retainAll(keys);
        return found;
    }

    static Page<Backlog> page(Session session, BacklogQuery query) throws SQLException {
        AccountId after = query.after();
        return Page.cut(
                session.query(
                        PAGE,
                        parameters -> parameters
                                .text(query.subscriber())
                                .text(after == null ? "" : after.value())
                                .number(query.limit() + 1L),
                        BacklogTable::map),
                query.limit());
    }

    static void write(Session session, Dialect dialect, Snapshot before, Changes<?> changes) throws SQLException {
        Batch inserts = session.batch(INSERT);
        Batch updates = session.batch(UPDATE);
        Batch deletes = session.batch(DELETE);
        for (Map.Entry<BacklogKey, Optional<Backlog>> entry : changes.backlogs().entrySet()) {
            BacklogKey key = entry.getKey();
            if (entry.getValue().isEmpty()) {
                deletes.add(parameters -> bind(parameters, key));
            } else {
                Backlog backlog = entry.getValue().get();
                Batch batch = before.backlog(key).isEmpty() ? inserts : updates;
                batch.add(parameters -> bind(parameters, backlog));
            }
        }
        deletes.send();
        updates.send();
        inserts.send();
        Batch news = session.batch(dialect.insertUnlessThere(INSERT));
        for (Backlog backlog : changes.news()) {
            news.add(parameters -> bind(parameters, backlog));
        }
        news.send();
    }

    private static void bind(Parameters parameters, Backlog backlog) throws SQLException {
        bind(parameters.number(backlog.delivered()).time(backlog.leasedUntil()), backlog.key());
    }

    private static void bind(Parameters parameters, BacklogKey key) throws SQLException {
        parameters.text(key.subscriber()).text(key.account().value());
    }

    private static Backlog map(Row row) throws SQLException {
        return new Backlog(new BacklogKey(row.text(), AccountId.of(row.text())), row.number(), row.optionalTime());
    }
}
