package io.tokeneconomy.ledger.store.jdbc;

/**
 * The statements around an update.
 *
 * @param commit what keeps it
 * @param rollback what drops it
 */
record Bounds(String commit, String rollback) {

    /** A transaction of our own. */
    static final Bounds TRANSACTION = new Bounds("COMMIT", "ROLLBACK");

    /** A part of the host's transaction. */
    static final Bounds SAVEPOINT = new Bounds("RELEASE SAVEPOINT te_update", "ROLLBACK TO SAVEPOINT te_update");
}
