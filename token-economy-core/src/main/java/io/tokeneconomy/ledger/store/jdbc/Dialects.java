package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import java.util.List;
import java.util.function.Function;

/** Every database we know. */
final class Dialects {

    private static final List<Dialect> ALL = List.of(
            new PostgresDialect(),
            new MysqlDialect("mysql", "MySQL", new Version(8, 0)),
            new MysqlDialect("mariadb", "MariaDB", new Version(10, 6)),
            new H2Dialect(),
            new SqliteDialect());

    private Dialects() {}

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
