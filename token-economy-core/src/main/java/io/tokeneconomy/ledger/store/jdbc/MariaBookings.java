package io.tokeneconomy.ledger.store.jdbc;

import java.sql.SQLException;

/** MariaDB: one account is confirmed and changed by the same statement, which MySQL cannot keep from waiting for a lock. */
final class MariaBookings extends MultiRowBookings {

    /** See <a href="https://mariadb.com/kb/en/set-statement/">mariadb.com/kb/en/set-statement</a>. */
    private static final String UPDATE_AT_ONCE =
            "SET STATEMENT innodb_lock_wait_timeout = 0 FOR " + AccountTable.UPDATE;

    @Override
    public void confirmAndWrite(Session session, Booked booked) throws SQLException {
        boolean single = booked.changed().size() == 1 && booked.created().isEmpty();
        if (!single) {
            super.confirmAndWrite(session, booked);
            return;
        }
        Booked.Changed changed = booked.changed().get(0);
        int touched = session.update(UPDATE_AT_ONCE, parameters -> AccountTable.bind(parameters, changed));
        if (touched != 1) {
            throw new StaleException("account " + changed.account().id() + " was changed meanwhile");
        }
        append(session, booked);
    }
}
