package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.reconcile.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The orders of a window that count as paid, newest first. */
final class PaidOrders {

    private static final int PAGE = 100;

    private PaidOrders() {}

    /** The last pages may go on beyond the beginning of the window. */
    static Page<Order> page(LedgerStore store, Window window, @Nullable String after) {
        OrderId before = Optional.ofNullable(after).map(OrderId::new).orElseGet(() -> OrderId.firstAt(window.to()));
        return store.orders(new OrderQuery(null, OrderState.PAID, before, PAGE));
    }

    static boolean isBefore(Order order, Window window) {
        return order.id().compareTo(OrderId.firstAt(window.from())) < 0;
    }
}
