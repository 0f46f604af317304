package io.tokeneconomy.ledger.store.jdbc;

import java.util.List;

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

    /**
     * Its driver sends a batch's next rows before it has the answer to the first. When the server ends a transaction by itself
     * meanwhile, as a cluster does, they must not be committed one by one. Whoever lent the connection has autocommit back.
     */
    @Override
    public List<String> beginWriting(Deadline deadline) {
        return List.of("SET autocommit = 0", "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE");
    }

    /** It counts in whole seconds. */
    @Override
    public String waiting(String locking, Deadline deadline) {
        return locking + " WAIT " + (1 + deadline.nanosLeft() / NANOS_PER_SECOND);
    }
}
