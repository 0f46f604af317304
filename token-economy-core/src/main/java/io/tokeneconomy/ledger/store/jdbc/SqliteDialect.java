package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * SQLite 3.37 or newer: write-ahead log, so that readers never wait; {@code synchronous=FULL}, so that a commit
 * survives a power cut; {@code BEGIN IMMEDIATE}, because a transaction that reads first and writes later loses to any
 * other writer.
 */
final class SqliteDialect implements Dialect {

    // https://www.sqlite.org/rescode.html
    private static final int CONNECTION_LOST = 0;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NOMEM = 7;
    private static final int READONLY = 8;
    private static final int INTERRUPT = 9;
    private static final int IOERR = 10;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int PROTOCOL = 15;
    private static final int CONSTRAINT = 19;

    private final Bookings bookings = new RowBookings();

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String productName() {
        return "SQLite";
    }

    @Override
    public List<String> migrations() {
        return List.of("V1__ledger.sql");
    }

    @Override
    public Version oldest() {
        return new Version(3, 37);
    }

    @Override
    public int writers() {
        return 1;
    }

    @Override
    public List<String> beginWriting(Deadline deadline) {
        return List.of("BEGIN IMMEDIATE");
    }

    @Override
    public List<String> beginReading() {
        return List.of("BEGIN");
    }

    /** The whole database is locked. */
    @Override
    public String locking(String select, String order) {
        return select;
    }

    @Override
    public String skippingLocked(String select) {
        return select;
    }

    @Override
    public boolean hasSchemas() {
        return false;
    }

    @Override
    public Bookings bookings() {
        return bookings;
    }

    @Override
    public void prepareDatabase(Session session, Deadline deadline) throws SQLException {
        while (!"wal".equals(session.text("PRAGMA journal_mode"))) {
            try {
                String mode = session.text("PRAGMA journal_mode = WAL");
                if ("memory".equals(mode)) {
                    throw StoreException.broken("a database in memory cannot be shared: use a file", null);
                }
            } catch (SQLException e) {
                if (trouble(e) != Trouble.IN_THE_WAY) {
                    throw e;
                }
                deadline.pause("other processes that open the database", e);
            }
        }
    }

    @Override
    public void prepareConnection(Session session, boolean writing, Deadline patience, Consumer<String> undo)
            throws SQLException {
        Map<String, Long> wanted = new LinkedHashMap<>();
        wanted.put("busy_timeout", writing ? 0 : TimeUnit.NANOSECONDS.toMillis(patience.nanosLeft()));
        wanted.put("read_uncommitted", 0L);
        if (writing) {
            wanted.put("query_only", 0L);
            wanted.put("foreign_keys", 1L);
            wanted.put("synchronous", 2L);
        }
        for (Map.Entry<String, Long> pragma : wanted.entrySet()) {
            long found = Long.parseLong(session.text("PRAGMA " + pragma.getKey()));
            if (found != pragma.getValue()) {
                undo.accept("PRAGMA " + pragma.getKey() + " = " + found);
                session.execute("PRAGMA " + pragma.getKey() + " = " + pragma.getValue());
            }
        }
    }

    @Override
    public boolean hasTable(Session session, String table) throws SQLException {
        String count =
                session.text("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = '" + table + "'");
        return !"0".equals(count);
    }

    @Override
    public Trouble trouble(SQLException failure) {
        if (failure instanceof StaleException) {
            return Trouble.CLASH;
        }
        return switch (code(failure)) {
            case BUSY, LOCKED, PROTOCOL -> Trouble.IN_THE_WAY;
            case CONSTRAINT -> Trouble.CLASH;
            case CONNECTION_LOST, NOMEM, INTERRUPT, IOERR, FULL, CANTOPEN -> Trouble.PASSING;
            default -> Trouble.LASTING;
        };
    }

    @Override
    public boolean undone(SQLException failure) {
        return false;
    }

    @Override
    public StoreException failure(String doing, SQLException failure) {
        return code(failure) == READONLY
                ? StoreException.broken(doing + " failed: the database can only be read", failure)
                : Dialect.super.failure(doing, failure);
    }

    /** The primary code; the higher bits only say more about the same trouble. */
    private static int code(SQLException failure) {
        return failure.getErrorCode() & 0xff;
    }
}
