package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import java.sql.SQLException;
import java.util.List;

/** Row by row: for databases inside this process, where a statement costs no round trip. */
final class RowBookings implements Bookings {

    @Override
    public void write(Session session, Booked booked) throws SQLException {
        change(session, booked.changed());
        create(session, booked.created());
        append(session, booked.entries());
        BacklogTable.add(session, booked.news());
    }

    private static void change(Session session, List<Booked.Changed> changed) throws SQLException {
        Batch updates = session.batch(AccountTable.UPDATE);
        for (Booked.Changed change : changed) {
            updates.add(parameters -> AccountTable.bind(parameters, change));
        }
        int[] touched = updates.send();
        for (int i = 0; i < touched.length; i++) {
            if (touched[i] != 1) {
                throw new StaleException("account " + changed.get(i).account().id() + " was changed meanwhile");
            }
        }
    }

    private static void create(Session session, List<Account> created) throws SQLException {
        Batch inserts = session.batch(AccountTable.INSERT);
        for (Account account : created) {
            inserts.add(parameters -> AccountTable.bind(parameters, account));
        }
        inserts.send();
    }

    private static void append(Session session, List<LedgerEntry> entries) throws SQLException {
        Batch inserts = session.batch(EntryTable.INSERT);
        for (LedgerEntry entry : entries) {
            inserts.add(parameters -> EntryRow.write(parameters, entry));
        }
        inserts.send();
    }
}
