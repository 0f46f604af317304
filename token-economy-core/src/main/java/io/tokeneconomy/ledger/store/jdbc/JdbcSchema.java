package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of {@link JdbcLedgerStore}. A store creates and updates them itself unless
 * {@link JdbcOptions#withMigrate} says otherwise; then run {@link #print} with a tool of your own.
 */
public final class JdbcSchema {

    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\\R\\s*\\R");

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}");

    private JdbcSchema() {}

    /**
     * {@return the SQL that creates the newest schema in an empty database} It also records its version, so that a
     * store that only checks, and one that migrates, both accept what it made.
     *
     * @param database the database: {@code "postgresql"}, {@code "mysql"}, {@code "mariadb"}, {@code "h2"} or
     *     {@code "sqlite"}
     * @throws io.tokeneconomy.error.InvalidValueException when the database is not supported
     */
    public static String print(String database) {
        return print(database, JdbcOptions.DEFAULT);
    }

    /**
     * {@return the same SQL for tables in another schema, or whose names begin otherwise}
     *
     * @param database as {@link #print(String)}
     * @param options what tells schema and table prefix
     * @throws io.tokeneconomy.error.InvalidValueException when the database is not supported
     */
    public static String print(String database, JdbcOptions options) {
        Dialect dialect = Dialects.named(database);
        Names names = new Names(options);
        return dialect.migrations().stream()
                .map(file -> names.in(resource(dialect, file)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Brings the schema up to date; in a write transaction, so that one process does it while others wait.
     *
     * @return the version it has now
     */
    static int migrate(Session session, Dialect dialect, Deadline deadline) throws SQLException {
        dialect.lockSchema(session, deadline);
        try {
            return migrate(session, dialect);
        } finally {
            dialect.unlockSchema(session);
        }
    }

    private static int migrate(Session session, Dialect dialect) throws SQLException {
        int found = version(session, dialect);
        refuseNewer(found, dialect);
        List<String> missing =
                dialect.migrations().subList(found, dialect.migrations().size());
        for (String file : missing) {
            for (String statement : STATEMENT_END.split(resource(dialect, file), -1)) {
                session.execute(statement);
            }
        }
        requireWritable(session);
        return dialect.migrations().size();
    }

    /**
     * Refuses a schema that is not exactly the one this version knows.
     *
     * @return the version it has
     */
    static int check(Session session, Dialect dialect) throws SQLException {
        int found = version(session, dialect);
        refuseNewer(found, dialect);
        int known = dialect.migrations().size();
        if (found < known) {
            throw StoreException.broken(
                    "the schema has version " + found + ", version " + known + " is needed: run the SQL of"
                            + " JdbcSchema.print(\"" + dialect.name() + "\"), or let the store migrate",
                    null);
        }
        requireWritable(session);
        return found;
    }

    /** Touches no row, but fails at once where writing is not allowed. */
    private static void requireWritable(Session session) throws SQLException {
        session.execute("UPDATE te_schema SET applied_at = applied_at WHERE version = 0");
    }

    private static void refuseNewer(int found, Dialect dialect) {
        int known = dialect.migrations().size();
        if (found > known) {
            throw StoreException.broken(
                    "the schema has version " + found + ", this version of Token Economy knows only up to " + known
                            + ": use a newer one",
                    null);
        }
    }

    private static int version(Session session, Dialect dialect) throws SQLException {
        if (!dialect.hasTable(session, "te_schema")) {
            return 0;
        }
        String found = session.text("SELECT coalesce(max(version), 0) FROM te_schema");
        if (!VERSION.matcher(found).matches()) {
            throw StoreException.broken("a row of te_schema cannot be read: there is no version " + found, null);
        }
        return Integer.parseInt(found);
    }

    private static String resource(Dialect dialect, String file) {
        String name = dialect.folder() + "/" + file;
        try (InputStream in = JdbcSchema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name + " cannot be read", e);
        }
    }
}
