package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.util.HashMap;
import java.util.Map;

/** A snapshot taken apart, to be put together with one part wrong. */
final class Parts {

    final Map<AccountId, Account> accounts = new HashMap<>();
    final Map<IdempotencyKey, LedgerEntry> entries = new HashMap<>();
    final Map<String, ParkedPayment> parked = new HashMap<>();

    private final Scope scope;
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final Map<CustomerKey, Customer> customers = new HashMap<>();
    private final Map<BacklogKey, Backlog> backlogs = new HashMap<>();

    Parts(Snapshot snapshot, Scope scope) {
        this.scope = scope;
        scope.accounts().forEach(id -> accounts.put(id, snapshot.account(id)));
        scope.keys().forEach(key -> snapshot.entry(key).ifPresent(entry -> entries.put(key, entry)));
        scope.orders().forEach(id -> snapshot.order(id).ifPresent(order -> orders.put(id, order)));
        scope.customers().forEach(key -> snapshot.customer(key).ifPresent(id -> customers.put(key, id)));
        scope.sessions().forEach(id -> snapshot.parked(id).ifPresent(payment -> parked.put(id, payment)));
        scope.backlogs().forEach(key -> snapshot.backlog(key).ifPresent(backlog -> backlogs.put(key, backlog)));
    }

    Snapshot together() {
        return new Snapshot(scope, accounts, entries, orders, customers, parked, backlogs);
    }
}
