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
import org.jspecify.annotations.Nullable;

/** Recording money that cannot be credited: once per session, however often it is told. */
final class Parking {

    private Parking() {}

    static Changes<FulfilmentResult> park(
            Snapshot snapshot,
            CheckoutSession session,
            Misfit misfit,
            @Nullable String orderId,
            @Nullable Order order,
            Instant now) {
        if (snapshot.parked(session.id()).isPresent()) {
            return Changes.none(result(order, misfit, null));
        }
        Amounts amounts = session.amounts();
        ParkedPayment parked = new ParkedPayment(
                session.id(),
                session.mode(),
                misfit.reason(),
                orderId,
                amounts == null ? 0 : amounts.total(),
                amounts == null ? "none" : amounts.currency(),
                session.metadata(),
                now,
                null);
        Changes<FulfilmentResult> changes =
                Changes.none(result(order, misfit, parked)).park(parked);
        return order == null ? changes : changes.order(order);
    }

    private static FulfilmentResult result(@Nullable Order order, Misfit misfit, @Nullable ParkedPayment parked) {
        return new FulfilmentResult(Status.PARKED, order, List.of(), misfit, parked);
    }
}
