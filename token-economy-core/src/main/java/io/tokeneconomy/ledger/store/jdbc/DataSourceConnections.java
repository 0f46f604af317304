package io.tokeneconomy.ledger.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's connections: taken for one call, in whatever state they are, and given back as they were. */
final class DataSourceConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceConnections.class);

    private final DataSource source;
    private final Dialect dialect;

    DataSourceConnections(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
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
        Session session = new Session(connection, loan);
        try {
            loan.autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            loan.undo = dialect.prepareConnection(session, writing, deadline);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static final class Loan implements Session.Owner {
        private boolean autoCommit = true;
        private List<String> undo = List.of();

        @Override
        public void takeBack(Session session) {
            try {
                restore(session);
            } catch (SQLException e) {
                LOG.debug("a connection cannot be given back as it was, it is aborted", e);
                abort(session);
            }
            session.closeConnection();
        }

        private void restore(Session session) throws SQLException {
            if (session.spoiled()) {
                throw new SQLException("the connection's state is unknown");
            }
            session.closeStatements();
            for (String sql : undo) {
                session.execute(sql);
            }
            session.connection().setAutoCommit(autoCommit);
        }

        private static void abort(Session session) {
            try {
                session.connection().abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("aborting a connection failed", e);
            }
        }
    }
}
