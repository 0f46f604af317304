package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** MySQL and MariaDB: statements of many rows each, for MySQL's driver sends a batch row by row unless told otherwise. */
class MultiRowBookings implements Bookings {

    /** As many of the largest entries stay below the 16 MB that a server accepts by default. */
    private static final int MOST_ROWS = 64;

    private static final String TIPS = "SELECT id, sequence, head FROM te_account WHERE id IN (?)";
    private static final String REPLACE = " ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), head = VALUES(head),"
            + " last_entry_at = VALUES(last_entry_at), settled = VALUES(settled), held = VALUES(held),"
            + " debt = VALUES(debt), due_at = VALUES(due_at), state = VALUES(state)";

    /** Writes one row's values. */
    interface Writer<T> {
        void write(Parameters to, T row) throws SQLException;
    }

    private record Tip(String id, long sequence, Digest head) {}

    /** It waits for no lock: who holds one is about to change the account. */
    @Override
    public void confirmAndWrite(Session session, Booked booked) throws SQLException {
        confirm(session, booked);
        write(session, booked);
    }

    private static void confirm(Session session, Booked booked) throws SQLException {
        List<String> ids = booked.changed().stream()
                .map(changed -> changed.account().id().value())
                .toList();
        Map<String, Tip> found = new HashMap<>();
        InList.query(
                        session,
                        session.dialect().locking(TIPS, "id") + " NOWAIT",
                        ids,
                        row -> new Tip(row.exact(), row.number(), row.digest()))
                .forEach(tip -> found.put(tip.id(), tip));
        for (Booked.Changed changed : booked.changed()) {
            ChainTip from = changed.from();
            String id = changed.account().id().value();
            if (!new Tip(id, from.sequence(), from.head()).equals(found.get(id))) {
                throw new StaleException("account " + id + " was changed meanwhile");
            }
        }
    }

    @Override
    public void write(Session session, Booked booked) throws SQLException {
        create(session, booked.created());
        List<Account> changed =
                booked.changed().stream().map(Booked.Changed::account).toList();
        insert(session, AccountTable.INSERT, AccountTable.KINDS, REPLACE, changed, AccountTable::bind);
        append(session, booked.entries());
        BacklogTable.add(session, booked.news());
    }

    static void create(Session session, List<Account> accounts) throws SQLException {
        insert(session, AccountTable.INSERT, AccountTable.KINDS, "", accounts, AccountTable::bind);
    }

    void append(Session session, List<LedgerEntry> entries) throws SQLException {
        insert(session, EntryTable.INSERT, EntryRow.KINDS, "", entries, EntryRow::write);
    }

    /** {@return how many rows it touched, as the database counts} */
    static <T> int insert(
            Session session, String oneRow, List<Kind> kinds, String ending, List<T> rows, Writer<T> writer)
            throws SQLException {
        int touched = 0;
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<T> chunk = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            touched += session.update(withRows(oneRow, kinds, chunk.size()) + ending, parameters -> {
                for (T row : chunk) {
                    writer.write(parameters, row);
                }
            });
        }
        return touched;
    }

    private static String withRows(String oneRow, List<Kind> kinds, int rows) {
        String row = ", (" + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
        return oneRow + row.repeat(rows - 1);
    }
}
