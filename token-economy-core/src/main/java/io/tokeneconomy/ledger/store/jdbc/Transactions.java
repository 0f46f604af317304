package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;

/** Runs work in transactions, and tells a store's troubles apart. */
final class Transactions {

    /** What is done in a transaction. */
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    private final Connections connections;
    private final Dialect dialect;

    Transactions(Connections connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    /** Brings the database itself into the mode we need. */
    void prepare(Deadline deadline) {
        try (Session session = writer(deadline)) {
            dialect.prepareDatabase(session, deadline);
        } catch (SQLException e) {
            throw dialect.failure("opening the database", e);
        }
    }

    /** Writes; the caller holds the turn. Waits for other processes until the deadline. */
    <T> T write(Deadline deadline, Work<T> work) {
        try (Session session = writer(deadline)) {
            begin(session, deadline);
            T result = attempt(session, work);
            commit(session);
            return result;
        }
    }

    /** Reads, all queries at the same moment. Waits for nobody but a database that is just being opened or closed. */
    <T> T read(Deadline deadline, Work<T> work) {
        while (true) {
            try (Session session = connections.reader(deadline)) {
                return readOnce(session, work);
            } catch (SQLException e) {
                pauseIfBusy("reading", deadline, e);
            }
        }
    }

    private <T> T readOnce(Session session, Work<T> work) throws SQLException {
        try {
            session.execute(dialect.beginReading());
            T found = work.in(session);
            session.rollback();
            return found;
        } catch (SQLException | RuntimeException e) {
            session.spoil();
            throw e;
        }
    }

    private Session writer(Deadline deadline) {
        while (true) {
            try {
                return connections.writer(deadline);
            } catch (SQLException e) {
                pauseIfBusy("connecting", deadline, e);
            }
        }
    }

    private void begin(Session session, Deadline deadline) {
        while (true) {
            try {
                session.execute(dialect.beginWriting());
                return;
            } catch (SQLException e) {
                if (!dialect.isBusy(e)) {
                    session.spoil();
                }
                pauseIfBusy("beginning a transaction", deadline, e);
            }
        }
    }

    private <T> T attempt(Session session, Work<T> work) {
        boolean done = false;
        try {
            T result = work.in(session);
            done = true;
            return result;
        } catch (SQLException e) {
            throw dialect.failure("writing", e);
        } finally {
            if (!done) {
                session.rollback();
            }
        }
    }

    private static void commit(Session session) {
        try {
            session.execute("COMMIT");
        } catch (SQLException e) {
            session.spoil();
            throw StoreException.unknown("the commit was not confirmed: " + e.getMessage(), e);
        }
    }

    private void pauseIfBusy(String doing, Deadline deadline, SQLException e) {
        if (!dialect.isBusy(e)) {
            throw dialect.failure(doing, e);
        }
        deadline.pause("other processes that write", e);
    }
}
