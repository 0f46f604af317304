package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Where one database differs from another. All other SQL of this package is the same for all. */
interface Dialect {

    /** What people call it. */
    String name();

    /** The folder of its schema. */
    default String folder() {
        return name();
    }

    /** The database's own name as its driver tells it. */
    String productName();

    /** The oldest version that will do. */
    Version oldest();

    /**
     * Refuses what calls itself by this name but is another database.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when it is
     */
    default void refuseLookalikes(Connection connection) throws SQLException {}

    /** The schema's resources, number 1 first. */
    List<String> migrations();

    /** How many updates of one store may run at the same time. */
    int writers();

    /** What begins a transaction for an update. */
    List<String> beginWriting(Deadline deadline);

    /** What begins a transaction in which all queries see the same moment. */
    List<String> beginReading();

    /** The query, its rows locked in that order until the transaction ends. */
    default String locking(String select, String order) {
        return select + " ORDER BY " + order + " FOR UPDATE";
    }

    /** The locking query, waiting for other locks as long as the deadline says, where the transaction does not say it. */
    default String waiting(String locking, Deadline deadline) {
        return locking;
    }

    /** The query, its rows locked but for those that others have locked. */
    default String skippingLocked(String select) {
        return select + " FOR UPDATE SKIP LOCKED";
    }

    /** The query, which shows what is committed by now even where a transaction always sees what it saw first. */
    default String fresh(String select) {
        return select;
    }

    /** Whether a list of keys can be one array. */
    default boolean takesArrays() {
        return false;
    }

    /** Whether texts that are compared byte by byte are kept as bytes. */
    default boolean textsAsBytes() {
        return false;
    }

    /** Whether tables can lie in a schema with a name. */
    default boolean hasSchemas() {
        return true;
    }

    /** The function that finds one text in another, byte by byte. */
    default String position() {
        return "instr";
    }

    /** How entries and accounts are written. */
    Bookings bookings();

    /** Brings the whole database into the mode we need; waits for other processes that do the same. */
    default void prepareDatabase(Session session, Deadline deadline) throws SQLException {}

    /**
     * Sets what matters on a connection in any state.
     *
     * @param patience how long the database itself may wait for others
     * @param undo is told each statement that undoes a step, before the step is taken
     */
    default void prepareConnection(Session session, boolean writing, Deadline patience, Consumer<String> undo)
            throws SQLException {}

    /** Inside the transaction that migrates: waits for others that migrate. */
    default void lockSchema(Session session, Deadline deadline) throws SQLException {}

    /** Lets others migrate, where the end of the transaction does not. */
    default void unlockSchema(Session session) throws SQLException {}

    /** Whether there is a table of that name. */
    boolean hasTable(Session session, String table) throws SQLException;

    /** The insertion of a backlog, which does nothing where there is one. */
    default String unlessThere(String insert) {
        return insert + " ON CONFLICT DO NOTHING";
    }

    /** What an error means. */
    Trouble trouble(SQLException failure);

    /** Whether a statement that was its own transaction, or a commit, is known to have had no effect. */
    boolean undone(SQLException failure);

    /** What to throw when nothing was written. */
    default StoreException failure(String doing, SQLException failure) {
        String message = doing + " failed: " + failure.getMessage();
        Trouble trouble = trouble(failure);
        return trouble == Trouble.IN_THE_WAY || trouble == Trouble.PASSING
                ? StoreException.unavailable(message, failure)
                : StoreException.broken(message, failure);
    }
}
