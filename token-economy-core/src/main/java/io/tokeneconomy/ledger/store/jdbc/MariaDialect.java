package io.tokeneconomy.ledger.store.jdbc;

/** MariaDB, which differs from MySQL in how a query says how long it waits. */
final class MariaDialect extends MysqlDialect {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    MariaDialect() {
        super(new MariaBookings());
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String productName() {
        return "MariaDB";
    }

    @Override
    public Version oldest() {
        return new Version(10, 6);
    }

    /** It counts in whole seconds. */
    @Override
    public String waiting(String locking, Deadline deadline) {
        return locking + " WAIT " + (1 + deadline.nanosLeft() / NANOS_PER_SECOND);
    }
}
