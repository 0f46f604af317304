package io.tokeneconomy.checkout;

import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.time.Instant;
import java.util.Optional;

/**
 * Looking up what was sold, and which payments wait for a person. Thread-safe; reads only. A store that cannot be read
 * throws {@link io.tokeneconomy.ledger.store.StoreException}.
 */
public interface Orders {

    /** {@return the order with that id} */
    Optional<Order> find(OrderId id);

    /** {@return a page of orders, newest first} */
    Page<Order> list(OrderQuery query);

    /**
     * {@return what was sold in a period} Reads its paid orders in pages of {@value
     * io.tokeneconomy.ledger.store.EntryQuery#MAX_LIMIT}, newest first; nothing else, however large the ledger is.
     *
     * @param from the beginning, included
     * @param until the end, not included
     * @param limit how many orders to read at most, 1 to {@value Sales#MAX_ORDERS}
     * @throws io.tokeneconomy.error.InvalidValueException when a value is out of range, or the end not after the beginning
     */
    Sales sales(Instant from, Instant until, int limit);

    /** {@return a page of parked payments: money taken that could not be credited as it stands} */
    Page<ParkedPayment> parked(ParkedQuery query);
}
