package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutSession;
import java.util.Optional;

/**
 * Ends buying by itself when money goes back that was taken so, or when its buyer disputes anything: the tokens go back
 * with the money, few are left, and the card would be charged once more for what its owner did not want.
 */
final class TopUpEnd {

    private TopUpEnd() {}

    static Scope within(Scope scope, Order order) {
        return scope.customer(key(order));
    }

    /** @param after the order with what went back of its money, credited or not */
    static <R> Changes<R> follow(Snapshot snapshot, CheckoutSession session, Order after, Changes<R> changes) {
        Reversal before = snapshot.order(after.id()).map(Order::reversal).orElse(Reversal.NONE);
        boolean disputed = after.reversal().disputedMinor() > before.disputedMinor();
        boolean refunded = after.reversal().refundedMinor() > before.refundedMinor();
        boolean ends = disputed || (refunded && ChargeRequest.isMarked(session.metadata()));
        return ends ? off(snapshot, after, changes) : changes;
    }

    private static <R> Changes<R> off(Snapshot snapshot, Order after, Changes<R> changes) {
        CustomerKey key = key(after);
        return snapshot.customer(key)
                .flatMap(TopUpEnd::withoutTopUp)
                .map(customer -> changes.customer(key, customer))
                .orElse(changes);
    }

    private static Optional<Customer> withoutTopUp(Customer customer) {
        return Optional.ofNullable(customer.topUp())
                .filter(TopUp::isOn)
                .map(topUp -> customer.with(topUp.turnedOff(TopUpOff.MONEY_BACK)));
    }

    private static CustomerKey key(Order order) {
        return new CustomerKey(order.account(), order.mode());
    }
}
