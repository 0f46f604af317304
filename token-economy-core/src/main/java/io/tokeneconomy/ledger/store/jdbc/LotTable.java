package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.store.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table te_lot: the open lots of accounts. */
final class LotTable {

    private static final String SELECT = "SELECT account, number, granted, remaining, expires_at, priority, funding"
            + " FROM te_lot WHERE account IN (?)";
    private static final String INSERT = "INSERT INTO te_lot"
            + " (account, number, granted, remaining, expires_at, priority, funding) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE te_lot SET remaining = ? WHERE account = ? AND number = ?";
    private static final String DELETE = "DELETE FROM te_lot WHERE account = ? AND number = ?";

    private LotTable() {}

    static Map<AccountId, List<Lot>> find(Session session, Collection<String> accounts) throws SQLException {
        Map<AccountId, List<Lot>> found = new HashMap<>();
        InList.query(
                session,
                SELECT,
                accounts,
                row -> found.computeIfAbsent(AccountId.of(row.text()), id -> new ArrayList<>())
                        .add(map(row)));
        return found;
    }

    /** Writes only the lots that differ. */
    static void write(Session session, Snapshot before, Collection<Account> accounts) throws SQLException {
        Batch deletes = session.batch(DELETE);
        Batch updates = session.batch(UPDATE);
        Batch inserts = session.batch(INSERT);
        for (Account account : accounts) {
            String id = account.id().value();
            Map<Long, Lot> gone = byNumber(before.account(account.id()));
            for (Lot lot : account.lots()) {
                Lot old = gone.get(lot.number());
                if (old == null || !isSameLot(old, lot)) {
                    inserts.add(p -> bind(p.text(id), lot));
                    continue;
                }
                gone.remove(lot.number());
                if (old.remaining() != lot.remaining()) {
                    updates.add(p -> p.number(lot.remaining()).text(id).number(lot.number()));
                }
            }
            for (Long number : gone.keySet()) {
                deletes.add(p -> p.text(id).number(number));
            }
        }
        deletes.send();
        updates.send();
        inserts.send();
    }

    private static boolean isSameLot(Lot old, Lot lot) {
        return old.granted() == lot.granted() && old.terms().equals(lot.terms());
    }

    private static Map<Long, Lot> byNumber(Account account) {
        Map<Long, Lot> byNumber = new HashMap<>();
        account.lots().forEach(lot -> byNumber.put(lot.number(), lot));
        return byNumber;
    }

    private static void bind(Parameters parameters, Lot lot) throws SQLException {
        parameters
                .number(lot.number())
                .number(lot.granted())
                .number(lot.remaining())
                .time(lot.terms().expiresAt())
                .number(lot.terms().priority())
                .name(lot.terms().funding());
    }

    private static Lot map(Row row) throws SQLException {
        return new Lot(
                row.number(),
                row.number(),
                row.number(),
                new LotTerms(row.optionalTime(), row.smallNumber(), row.name(Funding.class)));
    }
}
