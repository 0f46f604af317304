package io.tokeneconomy.ledger.store;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a decision may look at and change.
 *
 * @param accounts accounts, in lock order
 * @param keys idempotency keys of entries
 * @param orders orders
 * @param customers customers
 * @param sessions checkout sessions, for their parked payments
 * @param backlogs subscribers' backlogs
 */
public record Scope(
        SortedSet<AccountId> accounts,
        Set<IdempotencyKey> keys,
        SortedSet<OrderId> orders,
        SortedSet<CustomerKey> customers,
        SortedSet<String> sessions,
        SortedSet<BacklogKey> backlogs) {

    /** Nothing at all. */
    public static final Scope NOTHING = of(Set.of(), Set.of());

    /** Most things one scope may name. */
    public static final int MAX_SIZE = 10_000;

    /** @throws InvalidValueException when it names more than {@value #MAX_SIZE} things */
    public Scope {
        int size = accounts.size() + keys.size() + orders.size() + customers.size() + sessions.size() + backlogs.size();
        if (size > MAX_SIZE) {
            throw new InvalidValueException("scope size", size, "at most " + MAX_SIZE);
        }
        accounts = sortedCopy(accounts);
        keys = Set.copyOf(keys);
        orders = sortedCopy(orders);
        customers = sortedCopy(customers);
        sessions = sortedCopy(sessions);
        backlogs = sortedCopy(backlogs);
    }

    /** {@return these accounts and keys} */
    public static Scope of(Collection<AccountId> accounts, Collection<IdempotencyKey> keys) {
        return new Scope(
                new TreeSet<>(accounts),
                Set.copyOf(keys),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet());
    }

    /** {@return this scope and an account} */
    public Scope account(AccountId account) {
        return new Scope(with(accounts, account), keys, orders, customers, sessions, backlogs);
    }

    /** {@return this scope and the entry of a key} */
    public Scope key(IdempotencyKey key) {
        TreeSet<IdempotencyKey> more = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
        more.addAll(keys);
        more.add(key);
        return new Scope(accounts, more, orders, customers, sessions, backlogs);
    }

    /** {@return this scope and an order} */
    public Scope order(OrderId order) {
        return new Scope(accounts, keys, with(orders, order), customers, sessions, backlogs);
    }

    /** {@return this scope and a customer} */
    public Scope customer(CustomerKey customer) {
        return new Scope(accounts, keys, orders, with(customers, customer), sessions, backlogs);
    }

    /** {@return this scope and a session's parked payment} */
    public Scope session(String sessionId) {
        return new Scope(accounts, keys, orders, customers, with(sessions, sessionId), backlogs);
    }

    /** {@return this scope and a subscriber's backlog} */
    public Scope backlog(BacklogKey key) {
        return new Scope(accounts, keys, orders, customers, sessions, with(backlogs, key));
    }

    private static <T extends Comparable<? super T>> SortedSet<T> with(SortedSet<T> set, T element) {
        TreeSet<T> more = new TreeSet<>(set);
        more.add(element);
        return more;
    }

    private static <T extends Comparable<? super T>> SortedSet<T> sortedCopy(Collection<T> elements) {
        return elements.isEmpty()
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(elements));
    }
}
