package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision wants written, and what it tells its caller.
 *
 * @param <R> the type of the result
 * @param accounts accounts in their new state
 * @param entries entries to append, in order; a store never alters one that is there
 * @param orders orders in their new state
 * @param customers buyers at the payment provider in their new state; an empty one is forgotten
 * @param parked parked payments in their new state
 * @param backlogs backlogs in their new state; an empty one is removed
 * @param news backlogs to add unless there is one for the same subscriber and account; their accounts, not their keys,
 *     are in the scope
 * @param result what the caller gets once all this is committed
 */
public record Changes<R extends @Nullable Object>(
        List<Account> accounts,
        List<LedgerEntry> entries,
        List<Order> orders,
        Map<CustomerKey, Optional<Customer>> customers,
        List<ParkedPayment> parked,
        Map<BacklogKey, Optional<Backlog>> backlogs,
        List<Backlog> news,
        R result) {

    /** Copies the collections. */
    public Changes {
        accounts = List.copyOf(accounts);
        entries = List.copyOf(entries);
        orders = List.copyOf(orders);
        customers = Map.copyOf(customers);
        parked = List.copyOf(parked);
        backlogs = Map.copyOf(backlogs);
        news = List.copyOf(news);
    }

    /** {@return no change, only a result} */
    public static <R extends @Nullable Object> Changes<R> none(R result) {
        return new Changes<>(List.of(), List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of(), result);
    }

    /** {@return these changes and an account with its new entries} */
    public Changes<R> booking(Account account, List<LedgerEntry> newEntries) {
        return booking(List.of(account), newEntries);
    }

    /** {@return these changes and accounts with their new entries} */
    public Changes<R> booking(List<Account> newAccounts, List<LedgerEntry> newEntries) {
        return new Changes<>(
                plus(accounts, newAccounts),
                plus(entries, newEntries),
                orders,
                customers,
                parked,
                backlogs,
                news,
                result);
    }

    /** {@return these changes and an order} */
    public Changes<R> order(Order order) {
        return new Changes<>(
                accounts, entries, plus(orders, List.of(order)), customers, parked, backlogs, news, result);
    }

    /** {@return these changes and a customer who allowed nothing} */
    public Changes<R> customer(CustomerKey key, String customerId) {
        return customer(key, Customer.of(customerId));
    }

    /** {@return these changes and a customer, who replaces an earlier state of him} */
    public Changes<R> customer(CustomerKey key, Customer customer) {
        return customers(key, Optional.of(customer));
    }

    /** {@return these changes, a customer forgotten} */
    public Changes<R> withoutCustomer(CustomerKey key) {
        return customers(key, Optional.empty());
    }

    /** {@return these changes and a parked payment, which replaces an earlier state of it} */
    public Changes<R> park(ParkedPayment payment) {
        return new Changes<>(
                accounts, entries, orders, customers, plus(parked, List.of(payment)), backlogs, news, result);
    }

    /** {@return these changes and a backlog, which replaces an earlier state of it} */
    public Changes<R> backlog(Backlog backlog) {
        return backlogs(backlog.key(), Optional.of(backlog));
    }

    /** {@return these changes, a backlog removed} */
    public Changes<R> withoutBacklog(BacklogKey key) {
        return backlogs(key, Optional.empty());
    }

    /** {@return these changes and backlogs to add where there is none} */
    public Changes<R> news(List<Backlog> more) {
        return new Changes<>(accounts, entries, orders, customers, parked, backlogs, plus(news, more), result);
    }

    /** {@return these changes with another result} */
    public <S extends @Nullable Object> Changes<S> withResult(S newResult) {
        return new Changes<>(accounts, entries, orders, customers, parked, backlogs, news, newResult);
    }

    /** {@return whether there is nothing to write} */
    public boolean isEmpty() {
        return accounts.isEmpty()
                && entries.isEmpty()
                && orders.isEmpty()
                && customers.isEmpty()
                && parked.isEmpty()
                && backlogs.isEmpty()
                && news.isEmpty();
    }

    /**
     * Refuses what no store may write. Every store calls this on the result of a decision.
     *
     * @param before what the decision was given
     * @throws IllegalArgumentException when something outside the scope is changed, an account's new entries do not
     *     follow its last one without a gap, or an account does not end as its last entry says
     */
    public void requireFitting(Snapshot before) {
        new Fitting(before).check(this);
    }

    private Changes<R> customers(CustomerKey key, Optional<Customer> customer) {
        Map<CustomerKey, Optional<Customer>> more = new LinkedHashMap<>(customers);
        more.put(key, customer);
        return new Changes<>(accounts, entries, orders, more, parked, backlogs, news, result);
    }

    private Changes<R> backlogs(BacklogKey key, Optional<Backlog> backlog) {
        Map<BacklogKey, Optional<Backlog>> more = new LinkedHashMap<>(backlogs);
        more.put(key, backlog);
        return new Changes<>(accounts, entries, orders, customers, parked, more, news, result);
    }

    private static <T> List<T> plus(List<T> list, List<T> more) {
        return list.isEmpty()
                ? more
                : Stream.concat(list.stream(), more.stream()).toList();
    }
}
