package io.tokeneconomy.ledger.store.jdbc;

import java.sql.SQLException;

/** Where a store's connections come from. Sessions are ready for use; closing one gives it back. */
interface Connections extends AutoCloseable {

    /** A session for the one writer; the caller holds the turn. */
    Session writer(Deadline deadline) throws SQLException;

    /** A session that only reads. */
    Session reader(Deadline deadline) throws SQLException;

    @Override
    void close();
}
