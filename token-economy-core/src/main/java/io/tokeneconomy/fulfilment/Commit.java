package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes decisions for good, and tells operators whether received money became tokens. */
final class Commit implements Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private final LedgerStore store;

    Commit(LedgerStore store) {
        this.store = store;
    }

    @Override
    public FulfilmentResult make(Scope scope, Function<Snapshot, Changes<FulfilmentResult>> decision) {
        return store.update(scope, decision);
    }

    @Override
    public FulfilmentResult onMoney(Order order, Scope scope, Function<Snapshot, Changes<FulfilmentResult>> decision) {
        boolean done = false;
        try {
            FulfilmentResult result = store.update(scope, decision);
            done = result.status() != Status.PARKED || order.state() == OrderState.PAID;
            if (result.status() == Status.CREDITED) {
                Order paid = Objects.requireNonNullElse(result.order(), order);
                LOG.info("💰 Crediting {} tokens to user {}", paid.item().tokens(), paid.account());
                LOG.info("✅ Token purchase completed successfully");
            }
            return result;
        } finally {
            if (!done) {
                LOG.error("❌ Failed to credit tokens to user {}", order.account());
            }
        }
    }
}
