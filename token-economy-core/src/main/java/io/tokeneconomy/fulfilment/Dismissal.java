package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taking a parked payment off the list because a person decided about it elsewhere. */
final class Dismissal {

    private final String sessionId;
    private final @Nullable OrderId named;
    private final Audit audit;
    private final Instant now;

    /**
     * @param named the order that the payment names, or null
     * @param now the time of the decision
     */
    Dismissal(String sessionId, @Nullable OrderId named, Audit audit, Instant now) {
        this.sessionId = sessionId;
        this.named = named;
        this.audit = audit;
        this.now = now;
    }

    Scope scope() {
        Scope scope = Scope.NOTHING.session(sessionId).key(key());
        return named == null ? scope : scope.order(named);
    }

    /** The payment dismissed now or before; empty when it was credited or given back. */
    Changes<Optional<ParkedPayment>> decide(Snapshot snapshot) {
        Optional<ParkedPayment> known =
                snapshot.parked(sessionId).filter(any -> snapshot.entry(key()).isEmpty());
        Optional<ParkedPayment> open = known.filter(payment -> payment.resolvedAt() == null);
        if (open.isEmpty()) {
            return Changes.none(known.filter(ParkedPayment::isDismissed));
        }
        ParkedPayment dismissed = open.get().dismissed(audit, now);
        Changes<Optional<ParkedPayment>> changes =
                Changes.none(Optional.of(dismissed)).park(dismissed);
        return Parking.closed(snapshot, named, sessionId, now)
                .map(changes::order)
                .orElse(changes);
    }

    private IdempotencyKey key() {
        return FulfilmentRules.purchaseKey(sessionId);
    }
}
