package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Where one database differs from another. All other SQL of this package is the same for all. */
interface Dialect {

    /** Every database we know. */
    List<Dialect> ALL = List.of(new SqliteDialect());

    /** The folder of its schema, and what people call it. */
    String name();

    /** The database's own name as its driver tells it. */
    String productName();

    /** The schema's resources, number 1 first. */
    List<String> migrations();

    /** The statement that begins a transaction which no other writer can get in the way of. */
    String beginWriting();

    /** The statement that begins a transaction in which all queries see the same moment. */
    String beginReading();

    /** Brings the whole database into the mode we need; waits for other processes that do the same. */
    void prepareDatabase(Session session, Deadline deadline) throws SQLException;

    /**
     * Sets what matters on a connection in any state.
     *
     * @param patience how long the database itself may wait for others
     * @param undo is told each statement that undoes a step, before the step is taken
     */
    void prepareConnection(Session session, boolean writing, Deadline patience, Consumer<String> undo)
            throws SQLException;

    /** Whether there is a table of that name. */
    boolean hasTable(Session session, String table) throws SQLException;

    /** The same insertion, which does nothing where its key is there. */
    String insertUnlessThere(String insert);

    /** Whether others are in the way, so that the same attempt may succeed a moment later. */
    boolean isBusy(SQLException failure);

    /** Whether a constraint of the schema was violated. */
    boolean isConstraint(SQLException failure);

    /** What to throw when nothing was written. */
    StoreException failure(String doing, SQLException failure);

    /** Finds the dialect by the database's own name. */
    static Dialect of(String productName) {
        return find("database", productName, productName, true);
    }

    /** Finds the dialect by the name people call it. */
    static Dialect named(String name) {
        return find("database", name, name, false);
    }

    private static Dialect find(String field, String value, String sought, boolean byProduct) {
        return ALL.stream()
                .filter(dialect -> sought.equals(byProduct ? dialect.productName() : dialect.name()))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(field, value, "one of " + names(byProduct)));
    }

    private static List<String> names(boolean byProduct) {
        return ALL.stream()
                .map(dialect -> byProduct ? dialect.productName() : dialect.name())
                .toList();
    }
}
