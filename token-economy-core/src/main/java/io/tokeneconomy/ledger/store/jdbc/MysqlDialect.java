package io.tokeneconomy.ledger.store.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * MySQL with InnoDB. Texts that are compared are kept as bytes, for every collation of theirs takes some
 * different texts for equal.
 */
class MysqlDialect implements Dialect {

    // https://dev.mysql.com/doc/mysql-errors/8.0/en/server-error-reference.html
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int RECORD_CHANGED = 1020;
    private static final int LOCKED_NOWAIT = 3572;

    /** Too many connections or prepared statements, shutdown, disk or table full, killed or timed-out query, read-only server. */
    private static final Set<Integer> PASSING =
            Set.of(1021, 1040, 1053, 1114, 1203, 1290, 1317, 1461, 1836, 1927, 1969, 3024);

    /** The name of a lock may have 64 characters: a digest of all that tells the tables apart. */
    private static final String SCHEMA_LOCK = "sha1(concat('te_schema.', coalesce(database(), '')))";

    private final Bookings bookings;

    MysqlDialect() {
        this(new MultiRowBookings());
    }

    MysqlDialect(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String productName() {
        return "MySQL";
    }

    @Override
    public Version oldest() {
        return new Version(8, 0);
    }

    @Override
    public List<String> migrations() {
        return List.of("V1__ledger.sql");
    }

    @Override
    public String folder() {
        return "mysql";
    }

    @Override
    public int writers() {
        return Turn.ALL;
    }

    /** At the usual level a locking query also locks gaps, in which others would book. It holds for one transaction. */
    @Override
    public List<String> beginWriting(Deadline deadline) {
        return List.of("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE", "START TRANSACTION");
    }

    @Override
    public List<String> beginReading() {
        return List.of(
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }

    /** It waits as long as the server is set to, or not at all; then the query is run again until the time is up. */
    @Override
    public String waiting(String locking, Deadline deadline) {
        return deadline.isBrief() ? locking + " NOWAIT" : locking;
    }

    @Override
    public String fresh(String select) {
        return select + " LOCK IN SHARE MODE";
    }

    @Override
    public boolean textsAsBytes() {
        return true;
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public void lockSchema(Session session, Deadline deadline) throws SQLException {
        long seconds = 1 + deadline.nanosLeft() / 1_000_000_000;
        String locked = session.text("SELECT coalesce(GET_LOCK(" + SCHEMA_LOCK + ", " + seconds + "), 0)");
        if (!"1".equals(locked)) {
            throw deadline.timedOut("others that create the tables", null);
        }
    }

    @Override
    public void unlockSchema(Session session) throws SQLException {
        session.text("SELECT coalesce(RELEASE_LOCK(" + SCHEMA_LOCK + "), 0)");
    }

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        String count = session.text("SELECT count(*) FROM information_schema.tables"
                + " WHERE concat(table_schema, '.', table_name) = '" + table + "'"
                + " OR (table_schema = database() AND table_name = '" + table + "')");
        return !"0".equals(count);
    }

    @Override
    public String unlessThere(String insert) {
        return insert + " ON DUPLICATE KEY UPDATE delivered = te_backlog.delivered";
    }

    @Override
    public Trouble trouble(SQLException failure) {
        if (failure instanceof StaleException) {
            return Trouble.CLASH;
        }
        SQLException reason = reason(failure);
        return switch (reason.getErrorCode()) {
            case DUPLICATE_ENTRY -> Trouble.CLASH;
            case LOCK_WAIT_TIMEOUT, DEADLOCK, RECORD_CHANGED, LOCKED_NOWAIT -> Trouble.IN_THE_WAY;
            default -> isPassing(reason) ? Trouble.PASSING : Trouble.LASTING;
        };
    }

    /** Of a batch MariaDB's driver may say no more than that it failed, and the rest in the cause. */
    private static SQLException reason(SQLException failure) {
        boolean vague = failure instanceof BatchUpdateException && failure.getErrorCode() == 0;
        return vague && failure.getCause() instanceof SQLException cause ? reason(cause) : failure;
    }

    /** Of a commit only a deadlock is known to be a refusal: between the nodes of a cluster it shows no earlier. */
    @Override
    public boolean undone(SQLException failure) {
        return failure.getErrorCode() == DEADLOCK;
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || PASSING.contains(failure.getErrorCode());
    }
}
