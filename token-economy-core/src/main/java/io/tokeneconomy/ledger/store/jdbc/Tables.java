package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All tables together: a scope's snapshot, and changes to it. */
final class Tables {

    private Tables() {}

    static Snapshot load(Session session, Scope scope) throws SQLException {
        return new Snapshot(
                scope,
                AccountTable.find(session, scope.accounts()),
                EntryTable.find(session, scope.keys()),
                OrderTable.find(session, scope.orders()),
                CustomerTable.find(session, scope.customers()),
                ParkedTable.find(session, scope.sessions()),
                BacklogTable.find(session, scope.backlogs()));
    }

    static void write(Session session, Dialect dialect, Snapshot before, Changes<?> changes) throws SQLException {
        Map<AccountId, Account> accounts = latest(changes.accounts(), Account::id);
        accounts.values().removeIf(account -> account.equals(before.account(account.id())));
        AccountTable.write(session, before, accounts.values());
        EntryTable.append(session, dialect, changes.entries());
        Map<OrderId, Order> orders = latest(changes.orders(), Order::id);
        OrderTable.write(session, before, orders.values());
        CustomerTable.write(session, before, changes.customers());
        Map<String, ParkedPayment> parked = latest(changes.parked(), ParkedPayment::sessionId);
        ParkedTable.write(session, before, parked.values());
        BacklogTable.write(session, dialect, before, changes);
    }

    static void erase(Session session, Erasure erasure) throws SQLException {
        Account known = AccountTable.find(session, List.of(erasure.account())).get(erasure.account());
        if (known == null) {
            return;
        }
        Account erased = erasure.erase(known);
        AccountTable.rename(session, known.id(), erased);
        EntryTable.erase(session, erasure, known.salt());
        OrderTable.rename(session, erasure);
        CustomerTable.forget(session, known.id());
        BacklogTable.forget(session, known.id());
    }

    /** Of several states of the same thing the last one counts. */
    private static <K, V> Map<K, V> latest(List<V> states, Function<V, K> key) {
        Map<K, V> latest = new LinkedHashMap<>();
        states.forEach(state -> latest.put(key.apply(state), state));
        return latest;
    }
}
