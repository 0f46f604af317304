package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.Reversal;
import java.util.Optional;
import java.util.function.Function;

/** Makes decisions and writes nothing. Not thread-safe. */
final class Rehearsal implements Decisions {

    private final LedgerStore store;
    private boolean changing;

    Rehearsal(LedgerStore store) {
        this.store = store;
    }

    @Override
    public Optional<FulfilmentResult> make(
            Scope scope, Function<Snapshot, Changes<Optional<FulfilmentResult>>> decision) {
        Snapshot snapshot = store.read(scope);
        Changes<Optional<FulfilmentResult>> changes = decision.apply(snapshot);
        changing = !changes.entries().isEmpty()
                || changes.parked().stream().anyMatch(parked -> isNews(snapshot, parked))
                || changes.orders().stream().anyMatch(order -> isMoved(snapshot, order));
        return changes.result();
    }

    @Override
    public Optional<FulfilmentResult> onMoney(
            Order order, Scope scope, Function<Snapshot, Changes<Optional<FulfilmentResult>>> decision) {
        return make(scope, decision);
    }

    /** Whether the last decision would have changed anything. */
    boolean changing() {
        return changing;
    }

    private static boolean isNews(Snapshot snapshot, ParkedPayment parked) {
        return snapshot.parked(parked.sessionId())
                .filter(old -> parked.equals(old) || parked.equals(old.lookedAt()))
                .isEmpty();
    }

    /** How often a payment was looked at is no news, nor what was charged. */
    private static boolean isMoved(Snapshot snapshot, Order order) {
        Reversal now = order.reversal();
        return snapshot.order(order.id())
                .filter(old -> old.state() == order.state()
                        && old.reversal().refundedMinor() == now.refundedMinor()
                        && old.reversal().disputedMinor() == now.disputedMinor()
                        && old.reversal().tokens() == now.tokens()
                        && old.reversal().taken() == now.taken())
                .isEmpty();
    }
}
