package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table te_account: one row for each account that has entries. */
final class AccountTable {

    private static final String SELECT =
            "SELECT id, salt, sequence, head, last_entry_at, settled, held, debt, state FROM te_account WHERE id IN (?)";
    private static final String INSERT = "INSERT INTO te_account"
            + " (salt, sequence, head, last_entry_at, settled, held, debt, due_at, state, id)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE te_account SET salt = ?, sequence = ?, head = ?, last_entry_at = ?,"
            + " settled = ?, held = ?, debt = ?, due_at = ?, state = ? WHERE id = ? AND sequence = ?";
    private static final String PAGE = "SELECT id FROM te_account WHERE id > ? ORDER BY id LIMIT ?";
    private static final String DUE = "SELECT id FROM te_account WHERE id > ? AND due_at <= ? ORDER BY id LIMIT ?";
    private static final String RENAME = "UPDATE te_account SET id = ?, salt = ?, state = ? WHERE id = ?";

    private AccountTable() {}

    static Map<AccountId, Account> find(Session session, Collection<AccountId> ids) throws SQLException {
        List<String> texts = ids.stream().map(AccountId::value).toList();
        Map<AccountId, Account> found = new HashMap<>();
        InList.query(session, SELECT, texts, AccountTable::map).forEach(account -> found.put(account.id(), account));
        return found;
    }

    static Page<AccountId> page(Session session, AccountQuery query) throws SQLException {
        AccountId after = query.after();
        Instant dueBy = query.dueBy();
        return Page.cut(
                session.query(
                        dueBy == null ? PAGE : DUE,
                        parameters -> {
                            parameters.text(after == null ? "" : after.value());
                            if (dueBy != null) {
                                parameters.time(dueBy);
                            }
                            parameters.number(query.limit() + 1L);
                        },
                        row -> AccountId.of(row.text())),
                query.limit());
    }

    static void rename(Session session, AccountId known, Account erased) throws SQLException {
        Batch rename = session.batch(RENAME);
        rename.add(parameters -> parameters
                .text(erased.id().value())
                .digest(erased.salt())
                .text(StateJson.write(erased))
                .text(known.value()));
        rename.send();
    }

    /** Writes accounts in their new state, each provided that it is still as the snapshot shows it. */
    static void write(Session session, Snapshot before, Collection<Account> accounts) throws SQLException {
        Batch inserts = session.batch(INSERT);
        Batch updates = session.batch(UPDATE);
        List<Account> updated = new ArrayList<>();
        for (Account account : accounts) {
            long known = before.account(account.id()).sequence();
            if (known == 0) {
                inserts.add(parameters -> bind(parameters, account));
            } else {
                updates.add(parameters -> bind(parameters, account).number(known));
                updated.add(account);
            }
        }
        inserts.send();
        requireAllTouched(updated, updates.send());
    }

    private static void requireAllTouched(List<Account> updated, int[] touched) {
        for (int i = 0; i < touched.length; i++) {
            if (touched[i] != 1) {
                throw StoreException.broken(
                        "account " + updated.get(i).id() + " was changed by someone who holds no lock", null);
            }
        }
    }

    private static Parameters bind(Parameters parameters, Account account) throws SQLException {
        ChainTip tip = account.tip();
        Totals totals = account.totals();
        return parameters
                .digest(account.salt())
                .number(tip.sequence())
                .digest(tip.head())
                .time(tip.at())
                .number(totals.settled())
                .number(totals.held())
                .number(totals.debt())
                .time(account.dueAt().orElse(null))
                .text(StateJson.write(account))
                .text(account.id().value());
    }

    private static Account map(Row row) throws SQLException {
        AccountId id = AccountId.of(row.text());
        row.isAbout("account " + id);
        Digest salt = row.digest();
        ChainTip tip = new ChainTip(row.number(), row.digest(), row.time());
        Totals totals = new Totals(row.number(), row.number(), row.number());
        StateJson state = StateJson.read(row.text());
        return new Account(id, salt, tip, totals, state.lots(), state.holds(), state.settings(), state.counters());
    }
}
