package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.payment.PaymentGateway;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer at the payment provider per account and mode, created when first needed and remembered. */
final class Customers {

    private final LedgerStore store;
    private final PaymentGateway gateway;

    Customers(LedgerStore store, PaymentGateway gateway) {
        this.store = store;
        this.gateway = gateway;
    }

    String getOrCreate(CustomerKey key) {
        Optional<String> known = store.read(Scope.NOTHING.customer(key)).customer(key);
        return known.orElseGet(() -> create(key, null));
    }

    String replace(CustomerKey key, String gone) {
        return create(key, gone);
    }

    /** Racing callers create one customer between them, since the provider sees the same idempotency key. */
    private String create(CustomerKey key, @Nullable String gone) {
        String created = gateway.createCustomer(key, gone);
        return store.update(Scope.NOTHING.customer(key), snapshot -> {
            Optional<String> other = snapshot.customer(key).filter(id -> !id.equals(gone));
            return other.isPresent()
                    ? Changes.none(other.get())
                    : Changes.none(created).customer(key, created);
        });
    }
}
