package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    public Optional<FulfilmentResult> make(
            Scope scope, Function<Snapshot, Changes<Optional<FulfilmentResult>>> decision) {
        return store.update(scope, decision);
    }

    @Override
    public Optional<FulfilmentResult> onMoney(
            Order order, Scope scope, Function<Snapshot, Changes<Optional<FulfilmentResult>>> decision) {
        boolean done = false;
        try {
            Optional<FulfilmentResult> result = store.update(scope, decision);
            done = result.filter(made -> isLeftToAPerson(made, order)).isEmpty();
            result.filter(made -> made.status() == Status.CREDITED).ifPresent(made -> tell(made.order(), order));
            return result;
        } finally {
            if (!done) {
                LOG.error("❌ Failed to credit tokens to user {}", order.account());
            }
        }
    }

    private static boolean isLeftToAPerson(FulfilmentResult result, Order before) {
        return result.misfit() != null && before.state() != OrderState.PAID;
    }

    /** An order is credited as it was bought, which may be more than it was begun with. */
    private static void tell(@Nullable Order credited, Order begun) {
        Order order = Objects.requireNonNullElse(credited, begun);
        LOG.info("💰 Crediting {} tokens to user {}", order.item().tokens(), order.account());
        LOG.info("✅ Token purchase completed successfully");
    }
}
