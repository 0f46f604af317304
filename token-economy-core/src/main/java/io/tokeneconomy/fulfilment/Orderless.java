package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money of a sale of ours without an order of its own: it waits for a person, unless all of it went back. Here the parked payment
 * counts how often its money was looked at, as an order does.
 */
final class Orderless {

    private final CheckoutSession session;
    private final Misfit misfit;
    private final @Nullable Order order;
    private final @Nullable PaymentReading reading;
    private final Instant now;

    /**
     * @param misfit why it cannot be credited
     * @param order the order that has to do with it, which stays as it is; null when there is none
     * @param reading where the money is now; null when it is only known that it was received
     */
    Orderless(
            CheckoutSession session,
            Misfit misfit,
            @Nullable Order order,
            @Nullable PaymentReading reading,
            Instant now) {
        this.session = session;
        this.misfit = misfit;
        this.order = order;
        this.reading = reading;
        this.now = now;
    }

    Scope scope() {
        return Scope.NOTHING.session(session.id()).key(key());
    }

    /** Empty when somebody released it, or looked at it, meanwhile. */
    Changes<Optional<FulfilmentResult>> decide(Snapshot snapshot) {
        if (snapshot.entry(key()).isPresent() || isOvertaken(snapshot)) {
            return Changes.none(Optional.empty());
        }
        Changes<FulfilmentResult> decided = reading != null && reading.allBack()
                ? Parking.resolve(snapshot, session, Changes.none(FulfilmentResult.of(Status.FAILED, null)), now)
                : Parking.park(snapshot, session, misfit, order, reading != null, now);
        Changes<Optional<FulfilmentResult>> counted = Changes.none(Optional.of(decided.result()));
        return after(snapshot, decided.parked()).map(counted::park).orElse(counted);
    }

    private boolean isOvertaken(Snapshot snapshot) {
        long looks = snapshot.parked(session.id()).map(ParkedPayment::looks).orElse(0L);
        return reading != null && reading.before() != looks;
    }

    private Optional<ParkedPayment> after(Snapshot snapshot, List<ParkedPayment> changed) {
        Optional<ParkedPayment> written = changed.stream().findFirst();
        return reading == null
                ? written
                : written.or(() -> snapshot.parked(session.id())).map(ParkedPayment::lookedAt);
    }

    private IdempotencyKey key() {
        return FulfilmentRules.purchaseKey(session.id());
    }
}
