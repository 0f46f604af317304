package io.tokeneconomy.ledger.store.jdbc;

import static io.tokeneconomy.ledger.store.jdbc.Kind.BYTES;
import static io.tokeneconomy.ledger.store.jdbc.Kind.NUMBER;
import static io.tokeneconomy.ledger.store.jdbc.Kind.TEXT;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Page;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table te_account: one row for each account that has entries. */
final class AccountTable {

    private static final String SELECT =
            "SELECT id, salt, sequence, head, last_entry_at, settled, held, debt, state FROM te_account WHERE id IN (?)";
    static final String COLUMNS = "id, salt, sequence, head, last_entry_at, settled, held, debt, due_at, state";
    static final List<Kind> KINDS = List.of(TEXT, BYTES, NUMBER, BYTES, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, TEXT);
    static final String INSERT = "INSERT INTO te_account (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String UPDATE = "UPDATE te_account SET sequence = ?, head = ?, last_entry_at = ?,"
            + " settled = ?, held = ?, debt = ?, due_at = ?, state = ? WHERE id = ? AND sequence = ? AND head = ?";
    static final List<Kind> END_KINDS = List.of(BYTES, NUMBER, TEXT);
    private static final String SELECT_ID = "SELECT id FROM te_account WHERE id IN (?)";
    private static final String PAGE = "SELECT id FROM te_account WHERE id > ? ORDER BY id LIMIT ?";
    private static final String DUE = "SELECT id FROM te_account WHERE id > ? AND due_at <= ? ORDER BY id LIMIT ?";
    private static final String RENAME = "UPDATE te_account SET id = ?, salt = ?, state = ? WHERE id = ?";

    private AccountTable() {}

    /** @param locking whether to lock them, in the order of their ids */
    static Map<AccountId, Account> find(Session session, Collection<AccountId> ids, boolean locking)
            throws SQLException {
        String sql = InList.sql(session, SELECT, "id", locking);
        List<String> texts = ids.stream().map(AccountId::value).toList();
        Map<AccountId, Account> found = new HashMap<>();
        InList.query(session, sql, texts, AccountTable::map).forEach(account -> found.put(account.id(), account));
        return found;
    }

    /** Those that others have locked; locks the rest of them. */
    static Set<AccountId> locked(Session session, Collection<AccountId> ids) throws SQLException {
        List<String> texts = ids.stream().map(AccountId::value).toList();
        Session.Mapper<AccountId> id = row -> AccountId.of(row.exact());
        Set<AccountId> locked = new HashSet<>(InList.query(session, SELECT_ID, texts, id));
        InList.query(session, session.dialect().skippingLocked(SELECT_ID), texts, id)
                .forEach(locked::remove);
        return locked;
    }

    static Page<AccountId> page(Session session, AccountQuery query) throws SQLException {
        AccountId after = query.after();
        Instant dueBy = query.dueBy();
        return Page.cut(
                session.query(
                        dueBy == null ? PAGE : DUE,
                        parameters -> {
                            parameters.exact(after == null ? "" : after.value());
                            if (dueBy != null) {
                                parameters.time(dueBy);
                            }
                            parameters.number(query.limit() + 1L);
                        },
                        row -> AccountId.of(row.exact())),
                query.limit());
    }

    static void rename(Session session, AccountId known, Account erased) throws SQLException {
        Batch rename = session.batch(RENAME);
        rename.add(parameters -> parameters
                .exact(erased.id().value())
                .digest(erased.salt())
                .text(StateJson.write(erased))
                .exact(known.value()));
        rename.send();
    }

    static void bind(Parameters parameters, Account account) throws SQLException {
        parameters.exact(account.id().value()).digest(account.salt());
        bindState(parameters, account);
    }

    static void bind(Parameters parameters, Booked.Changed changed) throws SQLException {
        Account account = changed.account();
        bindState(parameters, account);
        parameters
                .exact(account.id().value())
                .number(changed.from().sequence())
                .digest(changed.from().head());
    }

    /** As a row of {@link #INSERT}, with the head before in place of the salt. */
    static void bindSwap(Parameters parameters, Booked.Changed changed) throws SQLException {
        parameters.exact(changed.account().id().value()).digest(changed.from().head());
        bindState(parameters, changed.account());
    }

    /** What its last entry does not say of an account: its head before, which no other sequence has, and its state. */
    static void bindEnd(Parameters parameters, Booked.@Nullable Changed changed) throws SQLException {
        if (changed == null) {
            parameters.digest(null).time(null).text(null);
            return;
        }
        Account account = changed.account();
        parameters
                .digest(changed.from().head())
                .time(account.dueAt().orElse(null))
                .text(StateJson.write(account));
    }

    private static void bindState(Parameters parameters, Account account) throws SQLException {
        ChainTip tip = account.tip();
        Totals totals = account.totals();
        parameters
                .number(tip.sequence())
                .digest(tip.head())
                .time(tip.at())
                .number(totals.settled())
                .number(totals.held())
                .number(totals.debt())
                .time(account.dueAt().orElse(null))
                .text(StateJson.write(account));
    }

    private static Account map(Row row) throws SQLException {
        AccountId id = AccountId.of(row.exact());
        row.isAbout("account " + id);
        Digest salt = row.digest();
        ChainTip tip = new ChainTip(row.number(), row.digest(), row.time());
        Totals totals = new Totals(row.number(), row.number(), row.number());
        StateJson state = StateJson.read(row.text());
        return new Account(id, salt, tip, totals, state.lots(), state.holds(), state.settings(), state.counters());
    }
}
