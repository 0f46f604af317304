package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.checkout.Sales;
import io.tokeneconomy.checkout.SalesLine;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the paid orders of a period, newest first: their ids begin with their time. */
final class SalesReport {

    private final LedgerStore store;
    private final Instant from;
    private final Instant until;
    private final OrderId first;
    private final Map<SalesLine.Key, SalesLine> lines = new TreeMap<>();
    private OrderId before;
    private int left;

    SalesReport(LedgerStore store, Instant from, Instant until, int limit) {
        this.store = store;
        this.from = Checks.time("from", from);
        this.until = Checks.time("until", until);
        if (!until.isAfter(from)) {
            throw new InvalidValueException("until", until, "a time after " + from);
        }
        this.first = OrderId.firstAt(roundedUp(from));
        this.before = OrderId.firstAt(roundedUp(until));
        this.left = (int) Checks.range("limit", limit, 1, Sales.MAX_ORDERS);
    }

    Sales run() {
        boolean more = true;
        while (more && left > 0) {
            more = readPage();
        }
        boolean cut = more && goesOn();
        return new Sales(from, until, cut ? before.time() : from, List.copyOf(lines.values()));
    }

    private boolean goesOn() {
        return store.orders(new OrderQuery(null, OrderState.PAID, before, 1)).items().stream()
                .anyMatch(order -> order.id().compareTo(first) >= 0);
    }

    /** Whether the period may have more orders than those read. */
    private boolean readPage() {
        int size = Math.min(left, EntryQuery.MAX_LIMIT);
        Page<Order> page = store.orders(new OrderQuery(null, OrderState.PAID, before, size));
        for (Order order : page.items()) {
            if (order.id().compareTo(first) < 0) {
                return false;
            }
            add(order);
        }
        left -= page.items().size();
        return page.hasMore();
    }

    private void add(Order order) {
        before = order.id();
        SalesLine line = SalesLine.of(order);
        lines.merge(line.key(), line, SalesLine::plus);
    }

    /** Ids know milliseconds only: one of the same millisecond counts as at its beginning. */
    private static Instant roundedUp(Instant time) {
        return Instant.ofEpochMilli(time.minusNanos(1).toEpochMilli() + 1);
    }
}
