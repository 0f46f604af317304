package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table te_backlog: what subscribers were not told yet. */
final class BacklogTable {

    private static final String SELECT = "SELECT subscriber, account, delivered, leased_until FROM te_backlog";
    private static final String BY_KEYS = SELECT + " WHERE subscriber = ? AND account IN (?)";
    private static final String PAGE = SELECT + " WHERE subscriber = ? AND account > ? ORDER BY account LIMIT ?";
    static final List<Kind> KINDS = List.of(Kind.NUMBER, Kind.NUMBER, Kind.TEXT, Kind.TEXT);
    static final String COLUMNS = "delivered, leased_until, subscriber, account";
    private static final String INSERT =
            "INSERT INTO te_backlog (delivered, leased_until, subscriber, account) VALUES (?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE te_backlog SET delivered = ?, leased_until = ? WHERE subscriber = ? AND account = ?";
    private static final String DELETE = "DELETE FROM te_backlog WHERE subscriber = ? AND account = ?";

    private static final String FORGET = "DELETE FROM te_backlog WHERE account = ?";

    private BacklogTable() {}

    static void forget(Session session, AccountId account) throws SQLException {
        Batch forget = session.batch(FORGET);
        forget.add(parameters -> parameters.exact(account.value()));
        forget.send();
    }

    static Map<BacklogKey, Backlog> find(Session session, Collection<BacklogKey> keys, boolean locking)
            throws SQLException {
        Map<String, List<String>> accounts = new TreeMap<>();
        for (BacklogKey key : keys) {
            accounts.computeIfAbsent(key.subscriber(), subscriber -> new ArrayList<>())
                    .add(key.account().value());
        }
        String sql = InList.sql(session, BY_KEYS, "account", locking);
        Map<BacklogKey, Backlog> found = new HashMap<>();
        for (Map.Entry<String, List<String>> entry : accounts.entrySet()) {
            InList.query(session, sql, entry.getKey(), entry.getValue(), BacklogTable::map)
                    .forEach(backlog -> found.put(backlog.key(), backlog));
        }
        return found;
    }

    static Page<Backlog> page(Session session, BacklogQuery query) throws SQLException {
        AccountId after = query.after();
        return Page.cut(
                session.query(
                        PAGE,
                        parameters -> parameters
                                .exact(query.subscriber())
                                .exact(after == null ? "" : after.value())
                                .number(query.limit() + 1L),
                        BacklogTable::map),
                query.limit());
    }

    static void write(Session session, Snapshot before, Map<BacklogKey, Optional<Backlog>> backlogs)
            throws SQLException {
        Batch inserts = session.batch(INSERT);
        Batch updates = session.batch(UPDATE);
        Batch deletes = session.batch(DELETE);
        for (Map.Entry<BacklogKey, Optional<Backlog>> entry : backlogs.entrySet()) {
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
    }

    /** Adds backlogs where there are none. */
    static void add(Session session, List<Backlog> backlogs) throws SQLException {
        Batch news = session.batch(session.dialect().unlessThere(INSERT));
        for (Backlog backlog : backlogs) {
            news.add(parameters -> bind(parameters, backlog));
        }
        news.send();
    }

    static void bind(Parameters parameters, Backlog backlog) throws SQLException {
        bind(parameters.number(backlog.delivered()).time(backlog.leasedUntil()), backlog.key());
    }

    private static void bind(Parameters parameters, BacklogKey key) throws SQLException {
        parameters.exact(key.subscriber()).exact(key.account().value());
    }

    private static Backlog map(Row row) throws SQLException {
        return new Backlog(new BacklogKey(row.exact(), AccountId.of(row.exact())), row.number(), row.optionalTime());
    }
}
