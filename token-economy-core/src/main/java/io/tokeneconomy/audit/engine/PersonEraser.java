package io.tokeneconomy.audit.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.rules.PersonErasure;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.PaymentMode;
import org.jspecify.annotations.Nullable;

/**
 * Erases one person: the account with its entries, and then what is left of somebody who only ever began a checkout, for
 * a store leaves accounts without entries alone.
 */
final class PersonEraser {

    private static final int PAGE = 100;

    private final LedgerStore store;
    private final AccountId account;
    private final AccountId pseudonym;

    PersonEraser(LedgerStore store, AccountId account, AccountId pseudonym) {
        this.store = store;
        this.account = account;
        this.pseudonym = pseudonym;
    }

    void erase() {
        store.erase(new PersonErasure(account, pseudonym));
        eraseOrders();
        for (PaymentMode mode : PaymentMode.values()) {
            forget(new CustomerKey(account, mode));
        }
    }

    private void eraseOrders() {
        Page<Order> page;
        @Nullable OrderId before = null;
        do {
            page = store.orders(new OrderQuery(account, null, before, PAGE));
            for (Order order : page.items()) {
                erase(order.id());
                before = order.id();
            }
        } while (page.hasMore());
    }

    private void erase(OrderId id) {
        store.update(
                Scope.NOTHING.order(id),
                before -> before.order(id)
                        .filter(order -> order.account().equals(account))
                        .map(order -> Changes.none("").order(order.ownedBy(pseudonym)))
                        .orElseGet(() -> Changes.none("")));
    }

    private void forget(CustomerKey key) {
        store.update(
                Scope.NOTHING.customer(key),
                before -> before.customer(key).isPresent() ? Changes.none("").withoutCustomer(key) : Changes.none(""));
    }
}
