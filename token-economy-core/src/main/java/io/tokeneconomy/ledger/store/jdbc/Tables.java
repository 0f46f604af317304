package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
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

    /** What keeps others off what is read. */
    enum Locking {
        /** Nothing. */
        NONE,
        /** Locks until the transaction ends. */
        LOCKED,
        /** Locks, in a transaction that may have looked at the tables before and must not see the same again. */
        FRESH
    }

    /** What a scope names. Entries come last: once their accounts are locked, nobody can add to them. */
    static Snapshot load(Session session, Scope scope, Locking locking) throws SQLException {
        boolean locked = locking != Locking.NONE;
        var accounts = AccountTable.find(session, scope.accounts(), locked);
        var orders = OrderTable.find(session, scope.orders(), locked);
        var customers = CustomerTable.find(session, scope.customers(), locked);
        var parked = ParkedTable.find(session, scope.sessions(), locked);
        var backlogs = BacklogTable.find(session, scope.backlogs(), locked);
        var entries = EntryTable.find(session, scope.keys(), locking == Locking.FRESH);
        return new Snapshot(scope, accounts, entries, orders, customers, parked, backlogs);
    }

    static void write(Session session, Snapshot before, Changes<?> changes) throws SQLException {
        Booked booked = Booked.of(before, changes);
        if (!booked.isEmpty()) {
            session.dialect().bookings().write(session, booked);
        }
        Map<OrderId, Order> orders = latest(changes.orders(), Order::id);
        OrderTable.write(session, before, orders.values());
        CustomerTable.write(session, before, changes.customers());
        Map<String, ParkedPayment> parked = latest(changes.parked(), ParkedPayment::sessionId);
        ParkedTable.write(session, before, parked.values());
        BacklogTable.write(session, before, changes.backlogs());
    }

    static void erase(Session session, Erasure erasure) throws SQLException {
        Account known =
                AccountTable.find(session, List.of(erasure.account()), true).get(erasure.account());
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
