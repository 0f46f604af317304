package io.tokeneconomy.ledger.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 15 or newer, and what is built from it. Nothing is set for longer than a transaction, so that a
 * pooler may give each one another server connection.
 */
final class PostgresDialect implements Dialect {

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DIVISION_BY_ZERO = "22012";
    private static final String STATEMENT_COMPLETION_UNKNOWN = "40003";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";

    /** Connection exceptions, insufficient resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "53", "57");

    /** Classes of errors that a server only reports after it has undone the statement. */
    private static final Set<String> UNDONE =
            Set.of("0A", "22", "23", "25", "26", "28", "34", "40", "42", "44", "53", "54", "55", "P0", "XX");

    private final Bookings bookings = new ArrayBookings();

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String productName() {
        return "PostgreSQL";
    }

    @Override
    public Version oldest() {
        return new Version(15, 0);
    }

    @Override
    public void refuseLookalikes(Connection connection) throws SQLException {
        PostgresLookalikes.refuse(connection);
    }

    @Override
    public List<String> migrations() {
        return List.of("V1__ledger.sql");
    }

    @Override
    public int writers() {
        return Turn.ALL;
    }

    /** One round trip. After a lock was waited for, the next statement must see what its holder committed. */
    @Override
    public List<String> beginWriting(Deadline deadline) {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.nanosLeft()));
        return List.of("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = " + millis);
    }

    @Override
    public List<String> beginReading() {
        return List.of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }

    @Override
    public boolean takesArrays() {
        return true;
    }

    @Override
    public String position() {
        return "strpos";
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public void lockSchema(Session session, Deadline deadline) throws SQLException {
        session.execute("SELECT pg_advisory_xact_lock(hashtext('io.tokeneconomy'), hashtext('te_schema'))");
    }

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        return session.text("SELECT to_regclass('" + table + "') IS NOT NULL").equals("t");
    }

    @Override
    public Trouble trouble(SQLException failure) {
        String state = state(failure);
        if (state.equals(UNIQUE_VIOLATION) || state.equals(DIVISION_BY_ZERO) || failure instanceof StaleException) {
            return Trouble.CLASH;
        }
        if (state.startsWith("40") || state.equals(LOCK_NOT_AVAILABLE) || state.equals(QUERY_CANCELED)) {
            return Trouble.IN_THE_WAY;
        }
        return state.isEmpty() || PASSING.contains(state.substring(0, 2)) ? Trouble.PASSING : Trouble.LASTING;
    }

    @Override
    public boolean undone(SQLException failure) {
        String state = state(failure);
        return failure instanceof StaleException
                || state.equals(QUERY_CANCELED)
                || (state.length() == 5
                        && !state.equals(STATEMENT_COMPLETION_UNKNOWN)
                        && UNDONE.contains(state.substring(0, 2)));
    }

    private static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null || state.length() != 5 ? "" : state;
    }
}
