package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.LedgerEntry;
import java.sql.SQLException;
import java.util.List;

/**
 * MariaDB: accounts are confirmed and changed by the same statement, which MySQL cannot keep from waiting for a lock;
 * and entries go as one batch, which its driver sends as values rather than as SQL to be read.
 */
final class MariaBookings extends MultiRowBookings {

    /** See <a href="https://mariadb.com/kb/en/set-statement/">mariadb.com/kb/en/set-statement</a>. */
    private static final String AT_ONCE = "SET STATEMENT innodb_lock_wait_timeout = 0 FOR ";

    /** An account keeps its salt: in that column's place comes the head that it must still have. */
    private static final String SWAP = " ON DUPLICATE KEY UPDATE " + swapped("sequence") + swapped("last_entry_at")
            + swapped("settled") + swapped("held") + swapped("debt") + swapped("due_at") + swapped("state")
            + "head = IF(head = VALUES(salt), VALUES(head), head)";

    /**
     * As which a row counts that was there and changed. One that was added, or found and left as it was, counts less; see
     * <a href="https://mariadb.com/kb/en/insert-on-duplicate-key-update/">mariadb.com/kb</a>.
     */
    private static final int CHANGED = 2;

    @Override
    public void confirmAndWrite(Session session, Booked booked) throws SQLException {
        int touched = insert(
                session,
                AT_ONCE + AccountTable.INSERT,
                AccountTable.KINDS,
                SWAP,
                booked.changed(),
                AccountTable::bindSwap);
        if (touched != CHANGED * booked.changed().size()) {
            throw new StaleException("an account was changed meanwhile");
        }
        create(session, booked.created());
        append(session, booked.entries());
        BacklogTable.add(session, booked.news());
    }

    @Override
    void append(Session session, List<LedgerEntry> entries) throws SQLException {
        if (entries.size() == 1) {
            super.append(session, entries);
            return;
        }
        Batch inserts = session.batch(EntryTable.INSERT);
        for (LedgerEntry entry : entries) {
            inserts.add(parameters -> EntryRow.write(parameters, entry));
        }
        inserts.send();
    }

    /** The values are set from left to right, each seeing those before it: the head comes last. */
    private static String swapped(String column) {
        return column + " = IF(head = VALUES(salt), VALUES(" + column + "), " + column + "), ";
    }
}
