package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Backlog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * PostgreSQL: everything in one statement, whole columns as arrays. A row is an entry; an account's last one says how the
 * account ends, too, so that hardly anything is sent twice. Accounts are updated first; entries and news are only inserted
 * once all of them were as expected, otherwise the statement fails as a whole.
 */
final class ArrayBookings implements Bookings {

    private static final String COLUMNS = EntryRow.COLUMNS + ", known_head, due_at, state";
    private static final List<Kind> KINDS = Stream.concat(EntryRow.KINDS.stream(), AccountTable.END_KINDS.stream())
            .toList();

    private static final String CREATE = "INSERT INTO te_account (" + AccountTable.COLUMNS + ") ";

    /**
     * For this statement's transaction only, and set before the statement locks anything. Who waits for a lock waits for
     * somebody who is about to change the account or to use the key, so it is hardly worth it; and two that wait for each
     * other are free again before the database would look for a deadlock.
     */
    private static final String HARDLY_WAITING = "set_config('lock_timeout', '1', true)";

    private static final String BOOKED = "WITH booked AS (";

    private static final String CHANGED =
            "), changed AS (UPDATE te_account AS a SET sequence = b.sequence, head = b.hash,"
                    + " last_entry_at = b.booked_at, settled = b.settled_after, held = b.held_after, debt = b.debt_after,"
                    + " due_at = b.due_at, state = b.state FROM booked AS b WHERE b.state IS NOT NULL"
                    + " AND a.id = b.account AND a.head = b.known_head RETURNING 1)";

    /** One account and one entry, at once: no arrays to build and to take apart. */
    private static final String ONE_AT_ONCE = "WITH changed AS (" + AccountTable.UPDATE + " AND (SELECT "
            + HARDLY_WAITING + ") IS NOT NULL RETURNING id) INSERT INTO te_entry (" + EntryRow.COLUMNS + ") SELECT "
            + marks(EntryRow.KINDS) + " FROM changed";

    /** Fails with a division by zero unless so many accounts were changed. */
    private static final String ALL_CHANGED =
            " WHERE 1 / (SELECT CASE WHEN count(*) = ? THEN 1 ELSE 0 END FROM changed) = 1";

    private static final String TELL = ", told AS (INSERT INTO te_backlog (" + BacklogTable.COLUMNS + ") ";

    private static final String TOLD = ALL_CHANGED + " ON CONFLICT DO NOTHING)";

    private static final String APPEND = " INSERT INTO te_entry (" + EntryRow.COLUMNS + ") SELECT " + EntryRow.COLUMNS
            + " FROM booked" + ALL_CHANGED;

    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    /** What tells statements apart, some dozens at most: few columns may be null, and most hosts leave the same ones so. */
    private record Shape(boolean atOnce, long booked, boolean telling, long news) {

        String sql() {
            String[] first = atOnce ? new String[] {HARDLY_WAITING} : new String[0];
            return BOOKED
                    + Columns.rows(KINDS, COLUMNS, booked, first)
                    + CHANGED
                    + (telling ? TELL + Columns.rows(BacklogTable.KINDS, BacklogTable.COLUMNS, news) + TOLD : "")
                    + APPEND;
        }
    }

    @Override
    public void write(Session session, Booked booked) throws SQLException {
        create(session, booked.created());
        many(session, false, booked);
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
            many(session, true, booked);
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
        String rows = Columns.rows(AccountTable.KINDS, AccountTable.COLUMNS, accounts.filled());
        session.update(CREATE + rows, parameters -> parameters.columns(accounts));
    }

    private void many(Session session, boolean atOnce, Booked booked) throws SQLException {
        Columns rows = rows(booked);
        Columns news = news(booked.news());
        long expected = booked.changed().size();
        boolean telling = !booked.news().isEmpty();
        Shape shape = new Shape(atOnce, rows.filled(), telling, news.filled());
        session.update(statements.computeIfAbsent(shape, Shape::sql), parameters -> {
            parameters.columns(rows);
            if (telling) {
                parameters.columns(news);
                parameters.number(expected);
            }
            parameters.number(expected);
        });
    }

    private static Columns rows(Booked booked) throws SQLException {
        Map<AccountId, Booked.Changed> changed = new HashMap<>();
        booked.changed().forEach(change -> changed.put(change.account().id(), change));
        Columns rows = new Columns(KINDS, booked.entries().size());
        for (LedgerEntry entry : byAccount(booked.entries())) {
            EntryRow.write(rows, entry);
            Booked.Changed change = changed.get(entry.account());
            boolean last = change != null && change.account().sequence() == entry.sequence();
            AccountTable.bindEnd(rows, last ? change : null);
            rows.end();
        }
        return rows;
    }

    /** Accounts are locked in the order of their ids, so that two batches of two processes rarely wait for each other. */
    private static List<LedgerEntry> byAccount(List<LedgerEntry> entries) {
        List<LedgerEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(entry -> entry.account().value()));
        return sorted;
    }

    private static Columns news(List<Backlog> backlogs) throws SQLException {
        Columns news = new Columns(BacklogTable.KINDS, backlogs.size());
        for (Backlog backlog : backlogs) {
            BacklogTable.bind(news, backlog);
            news.end();
        }
        return news;
    }

    private static String marks(List<Kind> kinds) {
        return String.join(", ", kinds.stream().map(kind -> "?::" + kind.type()).toList());
    }
}
