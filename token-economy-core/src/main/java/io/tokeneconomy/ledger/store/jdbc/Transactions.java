package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;

/** Runs work in transactions, and tells a store's troubles apart. */
final class Transactions {

    /** How often an update looks again because something was there that had not been. */
    private static final int MOST_CLASHES = 5;

    private static final String OTHERS = "others that write the same";

    /** What is done in a transaction. */
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /** What is done without one. */
    interface Task {
        void in(Session session) throws SQLException;
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

    /** Writes, again and again while others are in the way, until the deadline. */
    <T> T write(Deadline deadline, Work<T> work) {
        int clashes = 0;
        while (true) {
            try (Session session = writer(deadline)) {
                begin(session, deadline);
                T result = attempt(session, work);
                commit(session);
                return result;
            } catch (SQLException e) {
                clashes += dialect.trouble(e) == Trouble.CLASH ? 1 : 0;
                pauseIfWorthwhile("writing", deadline, clashes < MOST_CLASHES, e);
            }
        }
    }

    /**
     * Writes, unless others are in the way.
     *
     * @return whether it was done; when not, it had no effect
     */
    boolean tryWrite(Deadline deadline, Task work) {
        try (Session session = writer(deadline)) {
            begin(session, deadline);
            attempt(session, inTransaction -> {
                work.in(inTransaction);
                return true;
            });
            commit(session);
            return true;
        } catch (SQLException e) {
            Trouble trouble = dialect.trouble(e);
            if (trouble == Trouble.CLASH || trouble == Trouble.IN_THE_WAY) {
                return false;
            }
            throw dialect.failure("writing", e);
        }
    }

    /**
     * Runs one statement that is its own transaction.
     *
     * @return whether it was done; when not, it had no effect
     */
    boolean tryAtOnce(Deadline deadline, Task statement) {
        try (Session session = writer(deadline)) {
            return tryAtOnce(session, statement);
        }
    }

    private boolean tryAtOnce(Session session, Task statement) {
        try {
            statement.in(session);
            return true;
        } catch (SQLException e) {
            if (dialect.undone(e)) {
                return false;
            }
            session.spoil();
            throw unconfirmed(e);
        } catch (RuntimeException | Error e) {
            session.spoil();
            throw e;
        }
    }

    /** Reads, all queries at the same moment. Waits for nobody but a database that is just being opened or closed. */
    <T> T read(Deadline deadline, Work<T> work) {
        while (true) {
            try (Session session = connections.reader(deadline)) {
                return readOnce(session, work);
            } catch (SQLException e) {
                pauseIfWorthwhile("reading", deadline, false, e);
            }
        }
    }

    /** Reads with a single query, which needs no transaction. */
    <T> T look(Deadline deadline, Work<T> query) {
        while (true) {
            try (Session session = connections.reader(deadline)) {
                return lookOnce(session, query);
            } catch (SQLException e) {
                pauseIfWorthwhile("reading", deadline, false, e);
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

    private static <T> T lookOnce(Session session, Work<T> query) throws SQLException {
        boolean done = false;
        try {
            T found = query.in(session);
            done = true;
            return found;
        } finally {
            if (!done) {
                session.spoil();
            }
        }
    }

    private Session writer(Deadline deadline) {
        while (true) {
            try {
                return connections.writer(deadline);
            } catch (SQLException e) {
                pauseIfWorthwhile("connecting", deadline, false, e);
            }
        }
    }

    private void begin(Session session, Deadline deadline) {
        deadline.connected();
        while (true) {
            try {
                session.beginWriting(deadline);
                return;
            } catch (SQLException e) {
                if (dialect.trouble(e) == Trouble.IN_THE_WAY) {
                    session.notBegun();
                }
                pauseIfWorthwhile("beginning a transaction", deadline, false, e);
            }
        }
    }

    /** After an {@link Error} nothing is tried any more: the session stays in its transaction, and so spoiled. */
    private static <T> T attempt(Session session, Work<T> work) throws SQLException {
        try {
            return work.in(session);
        } catch (SQLException | RuntimeException e) {
            session.rollback();
            throw e;
        }
    }

    private void commit(Session session) throws SQLException {
        try {
            session.commit();
        } catch (SQLException e) {
            if (!dialect.undone(e)) {
                throw unconfirmed(e);
            }
            session.rollback();
            throw e;
        } catch (RuntimeException e) {
            throw unconfirmed(e);
        }
    }

    private static StoreException unconfirmed(Exception cause) {
        return StoreException.unknown("the commit was not confirmed: " + cause.getMessage(), cause);
    }

    /** @param lookAgain whether a clash is worth another attempt */
    private void pauseIfWorthwhile(String doing, Deadline deadline, boolean lookAgain, SQLException e) {
        Trouble trouble = dialect.trouble(e);
        if (trouble == Trouble.IN_THE_WAY) {
            deadline.pause(OTHERS, e);
        } else if (trouble == Trouble.CLASH && lookAgain && dialect.writers() > 1) {
            // what was waited for is there now: being late must not pass for a key that was taken before
            deadline.rest(OTHERS, e);
        } else {
            throw dialect.failure(doing, e);
        }
    }
}
