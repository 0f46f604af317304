package io.tokeneconomy.ledger.store.memory;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the store holds. Not thread-safe. An account's entry number n stands at index n − 1 of its history. */
final class Tables {

    private final NavigableMap<AccountId, Account> accounts = new TreeMap<>();
    private final Map<AccountId, List<LedgerEntry>> histories = new HashMap<>();
    private final Map<IdempotencyKey, LedgerEntry> entries = new HashMap<>();
    private final NavigableMap<OrderId, Order> orders = new TreeMap<>();
    private final Map<CustomerKey, String> customers = new HashMap<>();
    private final NavigableMap<String, ParkedPayment> parked = new TreeMap<>();

    Snapshot snapshot(Scope scope) {
        return new Snapshot(
                scope,
                found(scope.accounts(), accounts),
                found(scope.keys(), entries),
                found(scope.orders(), orders),
                found(scope.customers(), customers),
                found(scope.sessions(), parked));
    }

    /** Writes changes that fit; whatever can fail does so before the first of them is in place. */
    void write(Snapshot before, Changes<?> changes) {
        changes.entries().forEach(this::requireFreeKey);
        changes.entries().forEach(this::append);
        changes.accounts().stream()
                .filter(account -> !account.equals(before.account(account.id())))
                .forEach(account -> accounts.put(account.id(), account));
        changes.orders().forEach(order -> orders.put(order.id(), order));
        changes.customers().forEach(this::remember);
        changes.parked().forEach(payment -> parked.put(payment.sessionId(), payment));
    }

    Page<LedgerEntry> entries(EntryQuery query) {
        List<LedgerEntry> history = histories.getOrDefault(query.account(), List.of());
        int beyond = (int) Math.min(query.beyond(), history.size());
        if (!query.newestFirst()) {
            return page(history.subList(beyond, history.size()).stream(), query.limit());
        }
        int end = query.beyond() > history.size() ? history.size() : Math.max(0, beyond - 1);
        int start = Math.max(0, end - query.limit() - 1);
        List<LedgerEntry> newestFirst = new ArrayList<>(history.subList(start, end));
        Collections.reverse(newestFirst);
        return page(newestFirst.stream(), query.limit());
    }

    Page<Order> orders(OrderQuery query) {
        OrderId before = query.before();
        NavigableMap<OrderId, Order> older = before == null ? orders : orders.headMap(before, false);
        Stream<Order> matching = older.descendingMap().values().stream()
                .filter(order -> query.account() == null || order.account().equals(query.account()))
                .filter(order -> query.state() == null || order.state() == query.state());
        return page(matching, query.limit());
    }

    Page<ParkedPayment> parked(ParkedQuery query) {
        Stream<ParkedPayment> unresolved =
                parked.tailMap(query.after(), false).values().stream().filter(payment -> payment.resolvedAt() == null);
        return page(unresolved, query.limit());
    }

    Page<AccountId> accounts(AccountQuery query) {
        AccountId after = query.after();
        NavigableMap<AccountId, Account> rest = after == null ? accounts : accounts.tailMap(after, false);
        return page(rest.keySet().stream(), query.limit());
    }

    private void requireFreeKey(LedgerEntry entry) {
        if (entries.containsKey(entry.key())) {
            throw StoreException.broken("key " + entry.key() + " already names another entry", null);
        }
    }

    private void append(LedgerEntry entry) {
        histories.computeIfAbsent(entry.account(), id -> new ArrayList<>()).add(entry);
        entries.put(entry.key(), entry);
    }

    private void remember(CustomerKey key, Optional<String> customerId) {
        customerId.ifPresentOrElse(id -> customers.put(key, id), () -> customers.remove(key));
    }

    private static <T> Page<T> page(Stream<T> items, int limit) {
        return Page.cut(items.limit(limit + 1L).toList(), limit);
    }

    private static <K, V> Map<K, V> found(Collection<K> keys, Map<K, V> table) {
        Map<K, V> found = new HashMap<>();
        for (K key : keys) {
            V value = table.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}
