package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.checkout.Orders;
import io.tokeneconomy.checkout.Sales;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.time.Instant;
import java.util.Optional;

/** Orders read from a store. */
public final class OrderReader implements Orders {

    private final LedgerStore store;

    /**
     * @param store where orders are kept
     */
    public OrderReader(LedgerStore store) {
        this.store = store;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }

    @Override
    public Page<Order> list(OrderQuery query) {
        return store.orders(query);
    }

    @Override
    public Sales sales(Instant from, Instant until, int limit) {
        return new SalesReport(store, from, until, limit).run();
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return store.parked(query);
    }
}
