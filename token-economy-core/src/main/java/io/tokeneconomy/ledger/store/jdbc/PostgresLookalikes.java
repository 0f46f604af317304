package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Clusters that speak PostgreSQL's protocol, and whose drivers call them PostgreSQL. Lock time-outs set within a statement,
 * advisory locks and triggers are used here and not proved there, and what is not proved must not keep money.
 */
final class PostgresLookalikes {

    /** What gives them away in their version, and how they are called. */
    private static final Map<String, String> KNOWN = Map.of("CockroachDB", "CockroachDB", "-YB-", "YugabyteDB");

    private static final String INSTEAD =
            "PostgreSQL itself or what is built from it (Aurora, AlloyDB, Neon, …), or FirestoreLedgerStore;"
                    + " docs/stores.md tells why";

    private PostgresLookalikes() {}

    static void refuse(Connection connection) throws SQLException {
        String version = version(connection);
        KNOWN.forEach((sign, name) -> {
            if (version.contains(sign)) {
                throw new InvalidValueException("database", name, INSTEAD);
            }
        });
    }

    /** The driver only passes on with which version of PostgreSQL they claim to be compatible. */
    private static String version(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT version()")) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
