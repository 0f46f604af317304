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

    /** Whatever is thrown leaves the session in its transaction, and so spoiled. */
    private <T> T readOnce(Session session, Work<T> work) throws SQLException {
        session.begin(dialect.beginReading());
        T found = work.in(session);
        session.rollback();
        return found;
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
                session.begin(dialect.beginWriting());
                return;
            } catch (SQLException e) {
                if (dialect.isBusy(e)) {
                    session.notBegun();
                }
                pauseIfBusy("beginning a transaction", deadline, e);
            }
        }
    }

    /** After an {@link Error} nothing is tried any more: the session stays in its transaction, and so spoiled. */
    private <T> T attempt(Session session, Work<T> work) {
        try {
            return work.in(session);
        } catch (SQLException e) {
            session.rollback();
            throw dialect.failure("writing", e);
        } catch (RuntimeException e) {
            session.rollback();
            throw e;
        }
    }

    private static void commit(Session session) {
        try {
            session.commit();
        } catch (SQLException | RuntimeException e) {
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
