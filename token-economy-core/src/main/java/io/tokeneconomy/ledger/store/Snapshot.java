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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a scope names, as found in the store. Asking for anything outside the scope is a programming error and throws
 * {@link IllegalArgumentException}, so that a decision cannot rest on what was not protected.
 */
public final class Snapshot {

    private final Scope scope;
    private final Map<AccountId, Account> accounts;
    private final Map<IdempotencyKey, LedgerEntry> entries;
    private final Map<OrderId, Order> orders;
    private final Map<CustomerKey, Customer> customers;
    private final Map<String, ParkedPayment> parked;
    private final Map<BacklogKey, Backlog> backlogs;

    /**
     * Built by stores. Each map holds what was found; what the scope names but the store lacks is left out.
     *
     * @param scope what was asked for
     * @param accounts accounts by id
     * @param entries entries by key
     * @param orders orders by id
     * @param customers buyers at the payment provider
     * @param parked parked payments by session id
     * @param backlogs subscribers' backlogs
     */
    public Snapshot(
            Scope scope,
            Map<AccountId, Account> accounts,
            Map<IdempotencyKey, LedgerEntry> entries,
            Map<OrderId, Order> orders,
            Map<CustomerKey, Customer> customers,
            Map<String, ParkedPayment> parked,
            Map<BacklogKey, Backlog> backlogs) {
        this.scope = scope;
        this.accounts = Map.copyOf(accounts);
        this.entries = Map.copyOf(entries);
        this.orders = Map.copyOf(orders);
        this.customers = Map.copyOf(customers);
        this.parked = Map.copyOf(parked);
        this.backlogs = Map.copyOf(backlogs);
    }

    /** {@return what it shows} */
    public Scope scope() {
        return scope;
    }

    /** {@return the account; one without entries is {@link Account#unused}} */
    public Account account(AccountId id) {
        Account known = accounts.get(id);
        if (known != null) {
            return known;
        }
        require(scope.accounts(), id);
        return Account.unused(id);
    }

    /** {@return the entry booked under that key} */
    public Optional<LedgerEntry> entry(IdempotencyKey key) {
        require(scope.keys(), key);
        return Optional.ofNullable(entries.get(key));
    }

    /** {@return the order} */
    public Optional<Order> order(OrderId id) {
        require(scope.orders(), id);
        return Optional.ofNullable(orders.get(id));
    }

    /** {@return the buyer at the payment provider} */
    public Optional<Customer> customer(CustomerKey key) {
        require(scope.customers(), key);
        return Optional.ofNullable(customers.get(key));
    }

    /** {@return the parked payment of that session} */
    public Optional<ParkedPayment> parked(String sessionId) {
        require(scope.sessions(), sessionId);
        return Optional.ofNullable(parked.get(sessionId));
    }

    /** {@return the backlog; empty when the subscriber knows every entry of the account} */
    public Optional<Backlog> backlog(BacklogKey key) {
        require(scope.backlogs(), key);
        return Optional.ofNullable(backlogs.get(key));
    }

    private static <T> void require(Set<T> named, T thing) {
        if (!named.contains(thing)) {
            throw new IllegalArgumentException(thing + " is not in the scope " + named);
        }
    }
}
