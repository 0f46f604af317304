package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** See {@link JdbcLedgerStore#joining}. Each update stands between two savepoints, so that one that fails leaves nothing. */
final class JoinedLedgerStore implements LedgerStore {

    private static final int MOST_CLASHES = 5;
    private static final String SAVEPOINT = "SAVEPOINT te_update";
    private static final String RELEASE = "RELEASE SAVEPOINT te_update";
    private static final String ROLLBACK = "ROLLBACK TO SAVEPOINT te_update";

    private static final Logger LOG = LoggerFactory.getLogger(JoinedLedgerStore.class);

    private final Session session;
    private final Dialect dialect;
    private final Consumer<AccountId> touched;

    /** @param touched told every account that may be changed by the time the host commits */
    JoinedLedgerStore(Session session, Consumer<AccountId> touched) {
        this.session = session;
        this.dialect = session.dialect();
        this.touched = touched;
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        scope.accounts().forEach(touched);
        return writing(joined -> {
                    Snapshot before = Tables.load(joined, scope, Tables.Locking.FRESH);
                    Changes<R> changes = decision.apply(before);
                    changes.requireFitting(before);
                    Tables.write(joined, before, changes);
                    return changes;
                })
                .result();
    }

    @Override
    public void erase(Erasure erasure) {
        touched.accept(erasure.account());
        writing(joined -> {
            Tables.erase(joined, erasure);
            return erasure;
        });
    }

    @Override
    public Snapshot read(Scope scope) {
        return reading(joined -> Tables.load(joined, scope, Tables.Locking.NONE));
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return reading(joined -> EntryTable.page(joined, query));
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return reading(joined -> OrderTable.page(joined, query));
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return reading(joined -> ParkedTable.page(joined, query));
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return reading(joined -> AccountTable.page(joined, query));
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return reading(joined -> BacklogTable.page(joined, query));
    }

    /** The connection and its transaction are the host's. */
    @Override
    public void close() {}

    private <T> T writing(Transactions.Work<T> work) {
        requireTransaction();
        for (int clashes = 1; ; clashes++) {
            try {
                return attempt(work);
            } catch (SQLException e) {
                if (dialect.trouble(e) != Trouble.CLASH) {
                    throw dialect.failure("writing", e);
                }
                if (clashes == MOST_CLASHES) {
                    throw StoreException.unavailable(
                            "what others have written meanwhile cannot be seen in this transaction: roll it back and"
                                    + " repeat it",
                            e);
                }
            }
        }
    }

    private <T> T attempt(Transactions.Work<T> work) throws SQLException {
        session.execute(SAVEPOINT);
        boolean done = false;
        try {
            T result = work.in(session);
            session.closeStatements();
            session.execute(RELEASE);
            done = true;
            return result;
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    /** When not even that is possible, the host's transaction is lost; what made it fail is thrown on. */
    private void undo() {
        try {
            session.closeStatements();
            session.execute(ROLLBACK);
            session.execute(RELEASE);
        } catch (SQLException e) {
            LOG.debug("a part of the host's transaction cannot be undone", e);
        }
    }

    private <T> T reading(Transactions.Work<T> query) {
        try {
            T found = query.in(session);
            session.closeStatements();
            return found;
        } catch (SQLException e) {
            throw dialect.failure("reading", e);
        }
    }

    private void requireTransaction() {
        try {
            if (session.connection().getAutoCommit()) {
                throw new IllegalStateException("no transaction is open on the connection: its autocommit is on");
            }
        } catch (SQLException e) {
            throw dialect.failure("joining the transaction", e);
        }
    }
}
