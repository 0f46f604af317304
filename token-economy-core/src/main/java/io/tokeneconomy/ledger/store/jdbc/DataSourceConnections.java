package io.tokeneconomy.ledger.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's connections: taken for one call, in whatever state they are, and given back as they were. */
final class DataSourceConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceConnections.class);

    private final DataSource source;
    private final Dialect dialect;
    private final Names names;

    DataSourceConnections(DataSource source, Dialect dialect, Names names) {
        this.source = source;
        this.dialect = dialect;
        this.names = names;
    }

    @Override
    public Session writer(Deadline deadline) throws SQLException {
        return borrow(true, deadline);
    }

    @Override
    public Session reader(Deadline deadline) throws SQLException {
        return borrow(false, deadline);
    }

    /** The data source is the host's: nothing to close. */
    @Override
    public void close() {}

    private Session borrow(boolean writing, Deadline deadline) throws SQLException {
        Connection connection = source.getConnection();
        Loan loan = new Loan();
        Session session = new Session(connection, dialect, names, loan);
        boolean ready = false;
        try {
            loan.autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            dialect.prepareConnection(session, writing, deadline, loan.undo::add);
            ready = true;
            return session;
        } finally {
            if (!ready) {
                session.close();
            }
        }
    }

    private static final class Loan implements Session.Owner {
        private boolean autoCommit = true;
        private final List<String> undo = new ArrayList<>();

        @Override
        public void takeBack(Session session) {
            boolean restored = false;
            try {
                restored = restore(session);
            } catch (SQLException | RuntimeException e) {
                LOG.debug("a connection cannot be given back as it was, it is aborted", e);
            } finally {
                if (!restored) {
                    abort(session);
                }
                session.closeConnection();
            }
        }

        private boolean restore(Session session) throws SQLException {
            if (session.spoiled()) {
                LOG.debug("a connection's state is unknown, it is aborted");
                return false;
            }
            session.closeStatements();
            for (String sql : undo) {
                session.execute(sql);
            }
            session.connection().setAutoCommit(autoCommit);
            return true;
        }

        /** Not every driver's abort ends a transaction, and a pool may give the connection to the next one. */
        private static void abort(Session session) {
            session.rollback();
            try {
                session.connection().abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("aborting a connection failed", e);
            }
        }
    }
}
