package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recording money that cannot be credited: one record per session, which says what is wrong with it now. */
final class Parking {

    private Parking() {}

    static Changes<FulfilmentResult> park(
            Snapshot snapshot, CheckoutSession session, Misfit misfit, @Nullable Order order, Instant now) {
        Optional<ParkedPayment> known = snapshot.parked(session.id());
        Instant since = known.map(ParkedPayment::parkedAt).orElse(now);
        ParkedPayment parked = record(session, misfit, order, since);
        if (known.filter(old -> old.resolvedAt() != null || old.equals(parked)).isPresent()) {
            return Changes.none(new FulfilmentResult(Status.PARKED, order, List.of(), misfit, null));
        }
        return Changes.none(new FulfilmentResult(Status.PARKED, order, List.of(), misfit, parked))
                .park(parked);
    }

    /** Takes a session that is credited after all off the list. */
    static <R> Changes<R> resolve(Snapshot snapshot, CheckoutSession session, Changes<R> changes, Instant now) {
        return snapshot.parked(session.id())
                .map(parked -> changes.park(parked.resolved(now)))
                .orElse(changes);
    }

    private static ParkedPayment record(CheckoutSession session, Misfit misfit, @Nullable Order order, Instant since) {
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
                null);
    }
}
