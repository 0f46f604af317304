package io.tokeneconomy.checkout;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.util.Optional;

/** Looking up what was sold, and which payments wait for a person. Thread-safe; reads only. */
public final class Orders {

    private final LedgerStore store;

    /**
     * Put together by {@code TokenEconomy}.
     *
     * @param store where orders are kept
     */
    public Orders(LedgerStore store) {
        this.store = store;
    }

    /** {@return the order with that id} */
    public Optional<Order> find(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }

    /** {@return a page of orders, newest first} */
    public Page<Order> list(OrderQuery query) {
        return store.orders(query);
    }

    /** {@return a page of parked payments: money taken that could not be credited as it stands} */
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return store.parked(query);
    }
}
