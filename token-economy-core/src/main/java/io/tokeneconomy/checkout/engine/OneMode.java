package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;

/**
 * Keeps test and live orders out of one store: accounts do not know where their tokens came from, so tokens bought with
 * test money would be as good as real ones. The first order decides.
 */
public final class OneMode {

    private OneMode() {}

    /**
     * Refuses a store of the other mode.
     *
     * @throws InvalidValueException when the store's newest order is of the other mode
     */
    public static void require(LedgerStore store, PaymentMode mode) {
        for (Order order : store.orders(OrderQuery.newest(1)).items()) {
            if (order.mode() != mode) {
                throw new InvalidValueException(
                        "payments",
                        mode + " mode",
                        order.mode() + " mode, as this store's orders are; use another store");
            }
        }
    }
}
