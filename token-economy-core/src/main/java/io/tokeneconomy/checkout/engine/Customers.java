package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.PaymentEvent.CustomerDeleted;
import io.tokeneconomy.payment.PaymentGateway;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One customer at the payment provider per account and mode, created when first needed and remembered. */
public final class Customers {

    private static final String USER_ID = "user_id";

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final InstantSource time;

    /**
     * @param store remembers them
     * @param gateway makes them
     * @param time the time of changes
     */
    public Customers(LedgerStore store, PaymentGateway gateway, InstantSource time) {
        this.store = store;
        this.gateway = gateway;
        this.time = time;
    }

    /** @param email kept with the customer if it is made now, or null */
    String getOrCreate(CustomerKey key, @Nullable String email) {
        Optional<String> known =
                store.read(Scope.NOTHING.customer(key)).customer(key).map(Customer::id);
        return known.orElseGet(() -> create(key, null, email));
    }

    String replace(CustomerKey key, String gone, @Nullable String email) {
        return create(key, gone, email);
    }

    /**
     * Forgets a customer that the provider has deleted, so that the next checkout makes another; a newer one that took
     * its place stays. Whose it was, its metadata says; where that says nothing, the next checkout finds out.
     *
     * @param deleted what the provider told
     * @return whether it was ours
     */
    public boolean forget(CustomerDeleted deleted) {
        return owner(deleted)
                .filter(account -> forget(new CustomerKey(account, gateway.mode()), deleted.customerId()))
                .isPresent();
    }

    /** Customers of others may bear anything. */
    private static Optional<AccountId> owner(CustomerDeleted deleted) {
        try {
            return Optional.ofNullable(deleted.metadata().get(USER_ID)).map(AccountId::of);
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private boolean forget(CustomerKey key, String customerId) {
        return change(key, snapshot -> {
            boolean isOurs = known(snapshot, key).filter(customerId::equals).isPresent();
            Changes<Boolean> changes = Changes.none(isOurs);
            return isOurs ? withoutCharge(snapshot, key, changes).withoutCustomer(key) : changes;
        });
    }

    /** Racing callers create one customer between them, since the provider sees the same idempotency key. */
    private String create(CustomerKey key, @Nullable String gone, @Nullable String email) {
        String created = gateway.createCustomer(key, gone, email);
        return change(key, snapshot -> {
            Optional<String> other = known(snapshot, key).filter(id -> !id.equals(gone));
            return other.isPresent()
                    ? Changes.none(other.get())
                    : withoutCharge(snapshot, key, Changes.none(created)).customer(key, created);
        });
    }

    private static Optional<String> known(Snapshot snapshot, CustomerKey key) {
        return snapshot.customer(key).map(Customer::id);
    }

    /**
     * A charge that is under way is noted with the customer, and its order found through that note: once the customer is
     * gone, nobody finds it any more. Should its money come all the same, it credits the order as ever.
     */
    private <R> Changes<R> withoutCharge(Snapshot snapshot, CustomerKey key, Changes<R> changes) {
        return snapshot.customer(key)
                .flatMap(Customers::charging)
                .flatMap(snapshot::order)
                .filter(order -> order.state() == OrderState.PENDING)
                .map(order -> changes.order(order.moved(OrderState.FAILED, time.instant())))
                .orElse(changes);
    }

    private static Optional<OrderId> charging(Customer customer) {
        return Optional.ofNullable(customer.topUp())
                .map(topUp -> topUp.progress().inFlight());
    }

    /** Changes a customer together with the order that is being charged; again where another charge began meanwhile. */
    private <R> R change(CustomerKey key, Function<Snapshot, Changes<R>> decision) {
        while (true) {
            Optional<OrderId> order =
                    store.read(Scope.NOTHING.customer(key)).customer(key).flatMap(Customers::charging);
            Scope scope = Scope.NOTHING.customer(key);
            Optional<R> result = store.update(
                    order.map(scope::order).orElse(scope),
                    snapshot ->
                            snapshot.customer(key).flatMap(Customers::charging).equals(order)
                                    ? optional(decision.apply(snapshot))
                                    : Changes.none(Optional.empty()));
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    private static <R> Changes<Optional<R>> optional(Changes<R> changes) {
        return changes.withResult(Optional.of(changes.result()));
    }
}
