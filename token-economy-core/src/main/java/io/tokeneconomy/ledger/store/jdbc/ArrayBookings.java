package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Backlog;
import java.sql.SQLException;
import java.util.List;

/**
 * PostgreSQL: everything in one statement, whole columns as arrays. Accounts are updated first; entries and news are
 * only inserted once all of them were as expected, otherwise the statement fails as a whole.
 */
final class ArrayBookings implements Bookings {

    private static final String NEW_COLUMNS =
            "sequence, head, last_entry_at, settled, held, debt, due_at, state, id, known_sequence, known_head";

    private static final String CREATE = "INSERT INTO te_account (" + AccountTable.COLUMNS + ") SELECT * FROM unnest("
            + Columns.marks(AccountTable.KINDS) + ")";

    /**
     * For this statement's transaction only, and set before the statement locks anything. Who waits for a lock waits for
     * somebody who is about to change the account or to use the key, so it is hardly worth it; and two that wait for each
     * other are free again before the database would look for a deadlock.
     */
    private static final String HARDLY_WAITING = "(SELECT set_config('lock_timeout', '1', true))";

    private static final String NEW =
            columns(AccountTable.UPDATE_KINDS, NEW_COLUMNS).replace("[]) AS id,", "[] COLLATE \"C\") AS id,");

    /** Accounts in the order of their ids, so that two batches of two processes rarely wait for each other. */
    private static final String CHANGE = " ORDER BY id), changed AS (UPDATE te_account AS a"
            + " SET sequence = n.sequence, head = n.head, last_entry_at = n.last_entry_at, settled = n.settled,"
            + " held = n.held, debt = n.debt, due_at = n.due_at, state = n.state FROM n WHERE a.id = n.id"
            + " AND a.sequence = n.known_sequence AND a.head = n.known_head RETURNING a.id)";

    private static final String MANY = "WITH n AS MATERIALIZED (SELECT " + NEW + CHANGE;

    private static final String MANY_AT_ONCE =
            "WITH n AS MATERIALIZED (SELECT " + NEW + " FROM " + HARDLY_WAITING + " AS hardly_waiting" + CHANGE;

    /** One account and one entry, at once: no arrays to build and to take apart. */
    private static final String ONE_AT_ONCE = "WITH changed AS (" + AccountTable.UPDATE + " AND " + HARDLY_WAITING
            + " IS NOT NULL RETURNING id) INSERT INTO te_entry (" + EntryRow.COLUMNS + ") SELECT "
            + marks(EntryRow.KINDS) + " FROM changed";

    /** Fails with a division by zero unless so many accounts were changed. */
    private static final String ALL_CHANGED =
            " WHERE 1 / (SELECT CASE WHEN count(*) = ? THEN 1 ELSE 0 END FROM changed) = 1";

    private static final String TELL = ", told AS (INSERT INTO te_backlog (" + BacklogTable.COLUMNS
            + ") SELECT * FROM unnest(" + Columns.marks(BacklogTable.KINDS) + ")" + ALL_CHANGED
            + " ON CONFLICT DO NOTHING)";

    private static final String APPEND = " INSERT INTO te_entry (" + EntryRow.COLUMNS + ") SELECT "
            + columns(EntryRow.KINDS, EntryRow.COLUMNS) + ALL_CHANGED;

    @Override
    public void write(Session session, Booked booked) throws SQLException {
        create(session, booked.created());
        many(session, MANY, booked);
    }

    @Override
    public boolean atOnce(Booked booked) {
        return booked.created().isEmpty() && !booked.entries().isEmpty();
    }

    @Override
    public void writeAtOnce(Session session, Booked booked) throws SQLException {
        boolean single = booked.changed().size() == 1
                && booked.entries().size() == 1
                && booked.news().isEmpty();
        if (single) {
            one(session, booked.changed().get(0), booked.entries().get(0));
        } else {
            many(session, MANY_AT_ONCE, booked);
        }
    }

    private static void one(Session session, Booked.Changed changed, LedgerEntry entry) throws SQLException {
        int written = session.update(ONE_AT_ONCE, parameters -> {
            AccountTable.bind(parameters, changed);
            EntryRow.write(parameters, entry);
        });
        if (written != 1) {
            throw new StaleException("account " + changed.account().id() + " was changed meanwhile");
        }
    }

    private static void create(Session session, List<Account> created) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        Columns accounts = new Columns(AccountTable.KINDS, created.size());
        for (Account account : created) {
            AccountTable.bind(accounts, account);
            accounts.end();
        }
        session.update(CREATE, parameters -> parameters.columns(accounts));
    }

    private static void many(Session session, String change, Booked booked) throws SQLException {
        Columns accounts = accounts(booked.changed());
        Columns entries = entries(booked.entries());
        Columns news = news(booked.news());
        long expected = booked.changed().size();
        boolean telling = !booked.news().isEmpty();
        session.update(change + (telling ? TELL : "") + APPEND, parameters -> {
            parameters.columns(accounts);
            if (telling) {
                parameters.columns(news);
                parameters.number(expected);
            }
            parameters.columns(entries);
            parameters.number(expected);
        });
    }

    private static Columns accounts(List<Booked.Changed> changed) throws SQLException {
        Columns accounts = new Columns(AccountTable.UPDATE_KINDS, changed.size());
        for (Booked.Changed change : changed) {
            AccountTable.bind(accounts, change);
            accounts.end();
        }
        return accounts;
    }

    private static Columns entries(List<LedgerEntry> appended) throws SQLException {
        Columns entries = new Columns(EntryRow.KINDS, appended.size());
        for (LedgerEntry entry : appended) {
            EntryRow.write(entries, entry);
            entries.end();
        }
        return entries;
    }

    private static Columns news(List<Backlog> backlogs) throws SQLException {
        Columns news = new Columns(BacklogTable.KINDS, backlogs.size());
        for (Backlog backlog : backlogs) {
            BacklogTable.bind(news, backlog);
            news.end();
        }
        return news;
    }

    private static String columns(List<Kind> kinds, String names) {
        StringBuilder columns = new StringBuilder();
        String[] name = names.split(", *", -1);
        for (int i = 0; i < name.length; i++) {
            columns.append(i == 0 ? "unnest(?::" : ", unnest(?::")
                    .append(kinds.get(i).type())
                    .append("[]) AS ")
                    .append(name[i]);
        }
        return columns.toString();
    }

    private static String marks(List<Kind> kinds) {
        return String.join(", ", kinds.stream().map(kind -> "?::" + kind.type()).toList());
    }
}
