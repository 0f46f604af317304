package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table te_account: one row for each account that has entries. */
final class AccountTable {

    private static final String SELECT =
            "SELECT id, balance, sequence, head, last_entry_at FROM te_account WHERE id IN (?)";
    private static final String INSERT =
            "INSERT INTO te_account (balance, sequence, head, last_entry_at, id) VALUES (?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE te_account SET balance = ?, sequence = ?, head = ?, last_entry_at = ?"
            + " WHERE id = ? AND sequence = ?";
    private static final String PAGE = "SELECT id FROM te_account WHERE id > ? ORDER BY id LIMIT ?";

    private AccountTable() {}

    static Map<AccountId, Account> find(Session session, Collection<AccountId> ids) throws SQLException {
        List<String> texts = ids.stream().map(AccountId::value).toList();
        Map<AccountId, List<Lot>> lots = LotTable.find(session, texts);
        Map<AccountId, Account> found = new HashMap<>();
        InList.query(session, SELECT, texts, row -> map(row, lots))
                .forEach(account -> found.put(account.id(), account));
        return found;
    }

    static Page<AccountId> page(Session session, AccountQuery query) throws SQLException {
        AccountId after = query.after();
        return Page.cut(
                session.query(
                        PAGE,
                        parameters -> parameters
                                .text(after == null ? "" : after.value())
                                .number(query.limit() + 1L),
                        row -> AccountId.of(row.text())),
                query.limit());
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
        return parameters
                .number(account.balance())
                .number(account.sequence())
                .digest(account.head())
                .time(account.lastEntryAt())
                .text(account.id().value());
    }

    private static Account map(Row row, Map<AccountId, List<Lot>> lots) throws SQLException {
        AccountId id = AccountId.of(row.text());
        return new Account(id, row.number(), row.number(), row.digest(), row.time(), lots.getOrDefault(id, List.of()));
    }
}
