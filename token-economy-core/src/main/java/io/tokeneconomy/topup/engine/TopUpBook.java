package io.tokeneconomy.topup.engine;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpOff;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The decisions about top-ups, each one update of the store. Thread-safe. */
final class TopUpBook {

    private final Catalog catalog;
    private final LedgerStore store;

    TopUpBook(Catalog catalog, LedgerStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /**
     * What was decided.
     *
     * @param topUp the state now; null when there is none
     * @param order the order to be charged; null when none is
     * @param customerId whose card
     * @param stopped whether it was switched off
     */
    record Begun(@Nullable TopUp topUp, @Nullable Order order, String customerId, boolean stopped) {

        static final Begun NOTHING = new Begun(null, null, "", false);
    }

    /** Begins an attempt if one is due. Order and note are one commit: whoever comes second finds the note. */
    Begun begin(CustomerKey key, Instant now) {
        OrderId id = OrderId.random(now);
        Scope scope = Scope.NOTHING.account(key.account()).customer(key).order(id);
        return store.update(scope, snapshot -> begin(snapshot, key, id, now));
    }

    private Changes<Begun> begin(Snapshot snapshot, CustomerKey key, OrderId id, Instant now) {
        Customer customer = snapshot.customer(key).orElse(null);
        TopUp topUp = customer == null ? null : customer.topUp();
        if (customer == null || topUp == null || !isWanted(topUp, snapshot.account(key.account()), now)) {
            return Changes.none(Begun.NOTHING);
        }
        Optional<TokenPackage> offer = catalog.find(topUp.settings().packageId());
        Money price = offer.map(TokenPackage::price).orElse(null);
        if (offer.isEmpty() || price == null || isWorse(offer.get(), topUp)) {
            TopUp off = topUp.turnedOff(TopUpOff.PRICE_CHANGED);
            return Changes.none(new Begun(off, null, customer.id(), true)).customer(key, customer.with(off));
        }
        if (topUp.nextAttemptAt(price, now).filter(now::equals).isEmpty()) {
            return Changes.none(Begun.NOTHING);
        }
        Order order = Order.begin(id, key.account(), key.mode(), OrderItem.of(offer.get()), now);
        TopUp begun = topUp.begun(id, price, now);
        return Changes.none(new Begun(begun, order, customer.id(), false))
                .order(order)
                .customer(key, customer.with(begun));
    }

    private static boolean isWanted(TopUp topUp, Account account, Instant now) {
        return topUp.isOn() && topUp.progress().inFlight() == null && isLow(topUp, account, now);
    }

    /** A blocked account gets its tokens, but may not spend them: it needs none. */
    static boolean isLow(TopUp topUp, Account account, Instant now) {
        return account.settings().status() == AccountStatus.OPEN
                && LedgerRules.balance(account, now).available()
                        < topUp.settings().threshold();
    }

    private static boolean isWorse(TokenPackage offer, TopUp allowed) {
        Money price = offer.price();
        return !price.currency().equals(allowed.price().currency())
                || price.amountMinor() > allowed.price().amountMinor()
                || offer.tokens() < allowed.tokens();
    }

    /** What it would cost now; what was allowed when it is not sold any more, which an attempt will find. */
    Money price(TopUp topUp) {
        return catalog.find(topUp.settings().packageId())
                .map(TokenPackage::price)
                .orElse(topUp.price());
    }

    /**
     * Ends an attempt. Without money its order is closed, also when its customer is gone; money that comes all the same
     * credits it.
     *
     * @return the state afterwards; empty when somebody else ended it
     */
    Optional<TopUp> end(CustomerKey key, Order order, boolean paid, Instant now, UnaryOperator<TopUp> change) {
        Scope scope = Scope.NOTHING.customer(key).order(order.id());
        return store.update(scope, snapshot -> {
            Customer customer = snapshot.customer(key).orElse(null);
            TopUp topUp = customer == null ? null : customer.topUp();
            boolean ours = topUp != null && order.id().equals(topUp.progress().inFlight());
            if (customer == null || topUp == null || !ours) {
                return closed(snapshot, order, paid, now, Changes.none(Optional.empty()));
            }
            TopUp ended = change.apply(topUp);
            Changes<Optional<TopUp>> changes = Changes.none(Optional.of(ended)).customer(key, customer.with(ended));
            return closed(snapshot, order, paid, now, changes);
        });
    }

    private static <R> Changes<R> closed(
            Snapshot snapshot, Order order, boolean paid, Instant now, Changes<R> changes) {
        return snapshot.order(order.id())
                .filter(open -> !paid && open.state() == OrderState.PENDING)
                .map(open -> changes.order(open.moved(OrderState.FAILED, now)))
                .orElse(changes);
    }

    Optional<Customer> customer(CustomerKey key) {
        return store.read(Scope.NOTHING.customer(key)).customer(key);
    }

    Optional<Order> order(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }
}
