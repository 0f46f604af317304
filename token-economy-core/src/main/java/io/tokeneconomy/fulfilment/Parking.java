package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recording money that cannot be credited: one record per session, which says what is wrong with it now. */
final class Parking {

    private Parking() {}

    /**
     * Puts a session on the list.
     *
     * @param looked whether the payment itself was just looked at; only then it comes on the list again after it was
     *     taken off, because what it was refunded did not reach the buyer
     */
    static Changes<FulfilmentResult> park(
            Snapshot snapshot,
            CheckoutSession session,
            Misfit misfit,
            @Nullable Order order,
            boolean looked,
            Instant now) {
        Optional<ParkedPayment> known = snapshot.parked(session.id());
        if (isDismissed(snapshot, session)) {
            return Changes.none(FulfilmentResult.of(Status.PARKED, order));
        }
        boolean resolved = isResolved(snapshot, session);
        Instant since =
                known.filter(old -> !resolved).map(ParkedPayment::parkedAt).orElse(now);
        ParkedPayment parked = record(
                session, misfit, order, since, known.map(ParkedPayment::looks).orElse(0L));
        if ((resolved && !looked) || known.filter(parked::equals).isPresent()) {
            return Changes.none(new FulfilmentResult(Status.PARKED, order, List.of(), misfit, null));
        }
        return Changes.none(new FulfilmentResult(Status.PARKED, order, List.of(), misfit, parked))
                .park(parked);
    }

    /** Whether a session was on the list, and needs nobody any more. */
    static boolean isResolved(Snapshot snapshot, CheckoutSession session) {
        return snapshot.parked(session.id()).map(ParkedPayment::resolvedAt).isPresent();
    }

    /** Whether a person decided that nothing is to be done about a session, and did not credit it after all. */
    static boolean isDismissed(Snapshot snapshot, CheckoutSession session) {
        return snapshot.parked(session.id()).filter(ParkedPayment::isDismissed).isPresent()
                && snapshot.entry(FulfilmentRules.purchaseKey(session.id())).isEmpty();
    }

    /**
     * The order that a payment names, closed if it waits for nothing else: one whose own checkout is another may still be
     * paid.
     */
    static Optional<Order> closed(Snapshot snapshot, @Nullable OrderId named, String sessionId, Instant now) {
        return Optional.ofNullable(named)
                .flatMap(snapshot::order)
                .filter(waiting -> waiting.state() == OrderState.PARKED)
                .filter(waiting -> sessionId.equals(
                        Objects.requireNonNullElse(waiting.refs().sessionId(), sessionId)))
                .map(waiting -> waiting.moved(OrderState.FAILED, now));
    }

    /** Takes a session that is credited or refunded after all off the list. */
    static <R> Changes<R> resolve(Snapshot snapshot, CheckoutSession session, Changes<R> changes, Instant now) {
        return snapshot.parked(session.id())
                .filter(parked -> parked.resolvedAt() == null)
                .map(parked -> changes.park(parked.resolved(now)))
                .orElse(changes);
    }

    private static ParkedPayment record(
            CheckoutSession session, Misfit misfit, @Nullable Order order, Instant since, long looks) {
        Amounts amounts = session.amounts();
        return new ParkedPayment(
                session.id(),
                session.mode(),
                misfit.reason(),
                order == null ? null : order.id().value(),
                amounts == null ? 0 : amounts.total(),
                amounts == null ? "none" : amounts.currency(),
                session.metadata(),
                since,
                null,
                looks,
                null);
    }
}
