package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.payment.PaymentEvent.CustomerDeleted;
import io.tokeneconomy.payment.PaymentGateway;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer at the payment provider per account and mode, created when first needed and remembered. */
public final class Customers {

    private static final String USER_ID = "user_id";

    private final LedgerStore store;
    private final PaymentGateway gateway;

    /**
     * @param store remembers them
     * @param gateway makes them
     */
    public Customers(LedgerStore store, PaymentGateway gateway) {
        this.store = store;
        this.gateway = gateway;
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
        return store.update(Scope.NOTHING.customer(key), snapshot -> {
            boolean isOurs = snapshot.customer(key)
                    .map(Customer::id)
                    .filter(customerId::equals)
                    .isPresent();
            Changes<Boolean> changes = Changes.none(isOurs);
            return isOurs ? changes.withoutCustomer(key) : changes;
        });
    }

    /** Racing callers create one customer between them, since the provider sees the same idempotency key. */
    private String create(CustomerKey key, @Nullable String gone, @Nullable String email) {
        String created = gateway.createCustomer(key, gone, email);
        return store.update(Scope.NOTHING.customer(key), snapshot -> {
            Optional<String> other = snapshot.customer(key).map(Customer::id).filter(id -> !id.equals(gone));
            return other.isPresent()
                    ? Changes.none(other.get())
                    : Changes.none(created).customer(key, created);
        });
    }
}
