package io.tokeneconomy.ledger.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** H2 2.3 or newer, embedded or as a server. It does not force its commits to the disk: for trials and tests, not for money. */
final class H2Dialect implements Dialect {

    // https://www.h2database.com/javadoc/org/h2/api/ErrorCode.html
    private static final int DUPLICATE_KEY = 23505;
    private static final int DEADLOCK = 40001;
    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;
    private static final int TABLE_EXISTS = 42101;
    private static final int INDEX_EXISTS = 42111;
    private static final int GENERAL = 50000;

    /** No disk space, database or connection closed or broken. */
    private static final Set<Integer> PASSING = Set.of(90007, 90028, 90031, 90067, 90098, 90100, 90121);

    private final Bookings bookings = new RowBookings();

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String productName() {
        return "H2";
    }

    @Override
    public Version oldest() {
        return new Version(2, 3);
    }

    @Override
    public List<String> migrations() {
        return List.of("V1__ledger.sql");
    }

    @Override
    public int writers() {
        return Turn.ALL;
    }

    @Override
    public List<String> beginWriting(Deadline deadline) {
        return List.of("BEGIN");
    }

    @Override
    public String waiting(String locking, Deadline deadline) {
        return locking + " WAIT " + Duration.ofNanos(deadline.nanosLeft()).toMillis() / 1_000.0;
    }

    @Override
    public List<String> beginReading() {
        return List.of("BEGIN");
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public void prepareConnection(Session session, boolean writing, Deadline patience, Consumer<String> undo)
            throws SQLException {
        Connection connection = session.connection();
        int found = connection.getTransactionIsolation();
        String wanted = writing ? "READ COMMITTED" : "SNAPSHOT";
        if (!wanted.equals(level(found))) {
            undo.accept(levelled(level(found)));
            session.execute(levelled(wanted));
        }
    }

    /** Each of its statements commits what went before: all of them may be run again instead. */
    @Override
    public void lockSchema(Session session, Deadline deadline) {}

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        String count = session.text("SELECT count(*) FROM information_schema.tables"
                + " WHERE lower(table_schema || '.' || table_name) = '" + table + "'"
                + " OR (table_schema = current_schema AND lower(table_name) = '" + table + "')");
        return !"0".equals(count);
    }

    @Override
    public String unlessThere(String insert) {
        return "MERGE INTO te_backlog AS b USING (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS VARCHAR),"
                + " CAST(? AS VARCHAR))) AS n (delivered, leased_until, subscriber, account)"
                + " ON b.subscriber = n.subscriber AND b.account = n.account WHEN NOT MATCHED THEN INSERT ("
                + BacklogTable.COLUMNS + ") VALUES (n.delivered, n.leased_until, n.subscriber, n.account)";
    }

    @Override
    public Trouble trouble(SQLException failure) {
        if (failure instanceof StaleException) {
            return Trouble.CLASH;
        }
        return switch (failure.getErrorCode()) {
            case DUPLICATE_KEY -> Trouble.CLASH;
            case DEADLOCK, LOCK_TIMEOUT, CONCURRENT_UPDATE, TABLE_EXISTS, INDEX_EXISTS -> Trouble.IN_THE_WAY;
            default -> isPassing(failure) ? Trouble.PASSING : otherTrouble(failure);
        };
    }

    @Override
    public boolean undone(SQLException failure) {
        return false;
    }

    /** Two that create the same thing at once, in spite of IF NOT EXISTS. */
    private static Trouble otherTrouble(SQLException failure) {
        boolean raced = failure.getErrorCode() == GENERAL
                && String.valueOf(failure.getMessage()).contains("object already exists");
        return raced ? Trouble.IN_THE_WAY : Trouble.LASTING;
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || PASSING.contains(failure.getErrorCode());
    }

    private static String levelled(String level) {
        return "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + level;
    }

    private static String level(int found) {
        return switch (found) {
            case Connection.TRANSACTION_READ_UNCOMMITTED -> "READ UNCOMMITTED";
            case Connection.TRANSACTION_READ_COMMITTED -> "READ COMMITTED";
            case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
            case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
            default -> "SNAPSHOT";
        };
    }
}
