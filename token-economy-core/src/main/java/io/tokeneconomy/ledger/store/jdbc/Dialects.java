package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.StoreException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Every database we know. */
final class Dialects {

    private static final List<Dialect> ALL = List.of(
            new PostgresDialect(), new MysqlDialect(), new MariaDialect(), new H2Dialect(), new SqliteDialect());

    private Dialects() {}

    /** Finds the dialect of the database behind a source, and refuses one that will not do. */
    static Dialect of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            Dialect dialect = of(database.getDatabaseProductName());
            dialect.refuseLookalikes(connection);
            Version version = new Version(database.getDatabaseMajorVersion(), database.getDatabaseMinorVersion());
            if (version.isOlderThan(dialect.oldest())) {
                throw new InvalidValueException(
                        dialect.productName() + " version", version, dialect.oldest() + " or newer");
            }
            return dialect;
        } catch (SQLException e) {
            throw StoreException.unavailable("no connection: " + e.getMessage(), e);
        }
    }

    /** Finds the dialect by the database's own name, as its driver tells it. */
    static Dialect of(String productName) {
        return find(productName, Dialect::productName);
    }

    /** Finds the dialect by the name people call it. */
    static Dialect named(String name) {
        return find(name, Dialect::name);
    }

    private static Dialect find(String sought, Function<Dialect, String> name) {
        return ALL.stream()
                .filter(dialect -> sought.equals(name.apply(dialect)))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "database",
                        sought,
                        "one of " + ALL.stream().map(name).distinct().toList()));
    }
}
