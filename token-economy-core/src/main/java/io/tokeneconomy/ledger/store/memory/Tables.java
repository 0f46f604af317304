package io.tokeneconomy.ledger.store.memory;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the store holds. Not thread-safe. An account's entry number n stands at index n − 1 of its history. */
final class Tables {

    private final NavigableMap<AccountId, Account> accounts = new TreeMap<>();
    private final Map<AccountId, List<LedgerEntry>> histories = new HashMap<>();
    private final Map<IdempotencyKey, LedgerEntry> entries = new HashMap<>();
    private final NavigableMap<OrderId, Order> orders = new TreeMap<>();
    private final Map<CustomerKey, Customer> customers = new HashMap<>();
    private final NavigableMap<String, ParkedPayment> parked = new TreeMap<>();
    private final NavigableMap<BacklogKey, Backlog> backlogs = new TreeMap<>();

    Snapshot snapshot(Scope scope) {
        return new Snapshot(
                scope,
                found(scope.accounts(), accounts),
                found(scope.keys(), entries),
                found(scope.orders(), orders),
                found(scope.customers(), customers),
                found(scope.sessions(), parked),
                found(scope.backlogs(), backlogs));
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
        changes.backlogs()
                .forEach((key, backlog) ->
                        backlog.ifPresentOrElse(some -> backlogs.put(key, some), () -> backlogs.remove(key)));
        changes.news().forEach(news -> backlogs.putIfAbsent(news.key(), news));
    }

    /** Walks by index: a page deep in a long history costs no more than the first. */
    Page<LedgerEntry> entries(EntryQuery query) {
        List<LedgerEntry> history = histories.getOrDefault(query.account(), List.of());
        int size = history.size();
        Stream<LedgerEntry> walk = query.newestFirst()
                ? IntStream.iterate((int) Math.min(query.beyond() - 1, size) - 1, i -> i >= 0, i -> i - 1)
                        .mapToObj(history::get)
                : IntStream.range((int) Math.min(query.beyond(), size), size).mapToObj(history::get);
        return page(walk.filter(query.filter()::matches), query.limit());
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
        Instant dueBy = query.dueBy();
        Stream<AccountId> wanted = rest.values().stream()
                .filter(account -> dueBy == null
                        || account.dueAt().filter(due -> !due.isAfter(dueBy)).isPresent())
                .map(Account::id);
        return page(wanted, query.limit());
    }

    Page<Backlog> backlogs(BacklogQuery query) {
        AccountId after = query.after();
        Stream<Backlog> wanted = backlogs.values().stream()
                .filter(backlog -> backlog.key().subscriber().equals(query.subscriber()))
                .filter(backlog -> after == null || backlog.key().account().compareTo(after) > 0);
        return page(wanted, query.limit());
    }

    void erase(Erasure erasure) {
        Account known = accounts.get(erasure.account());
        if (known == null) {
            return;
        }
        Account erased = erasure.erase(known);
        List<LedgerEntry> history = new ArrayList<>();
        for (LedgerEntry entry : histories.getOrDefault(known.id(), List.of())) {
            history.add(erasure.erase(entry, known.salt()));
        }
        accounts.remove(known.id());
        accounts.put(erased.id(), erased);
        histories.remove(known.id());
        histories.put(erased.id(), history);
        history.forEach(entry -> entries.put(entry.key(), entry));
        orders.replaceAll((id, order) -> order.account().equals(known.id()) ? order.ownedBy(erased.id()) : order);
        customers.keySet().removeIf(key -> key.account().equals(known.id()));
        backlogs.keySet().removeIf(key -> key.account().equals(known.id()));
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

    private void remember(CustomerKey key, Optional<Customer> customer) {
        customer.ifPresentOrElse(known -> customers.put(key, known), () -> customers.remove(key));
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
