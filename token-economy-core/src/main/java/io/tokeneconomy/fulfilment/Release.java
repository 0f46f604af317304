package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentRefs;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Crediting a parked payment because a person says so:
 *
 * <ol>
 *   <li>Credited before, under the session's permanent key: that entry counts, nothing more is done.
 *   <li>Not parked, or given back: nothing is done. A dismissed payment may still be released.
 *   <li>Otherwise an order that fits the money is made and credited, the payment waits no longer, and the order it named
 *       is closed if it waited for this money.
 * </ol>
 */
final class Release {

    private final Order order;
    private final PaymentRefs refs;
    private final @Nullable OrderId named;
    private final Details details;
    private final Instant now;

    /**
     * @param order the order to make, pending
     * @param refs the provider's ids of the paid session
     * @param named the order that the session names, or null
     * @param details who decided it, and why
     * @param now the time of the booking
     */
    Release(Order order, PaymentRefs refs, @Nullable OrderId named, Details details, Instant now) {
        this.order = order;
        this.refs = refs;
        this.named = named;
        this.details = details;
        this.now = now;
    }

    Scope scope() {
        Scope scope = Scope.NOTHING
                .order(order.id())
                .account(order.account())
                .key(key())
                .session(sessionId());
        return named == null ? scope : scope.order(named);
    }

    /** The entry that credits the payment now or did before; empty when none may. */
    Changes<Optional<LedgerEntry>> decide(Snapshot snapshot) {
        Optional<LedgerEntry> credited = snapshot.entry(key());
        Optional<ParkedPayment> parked =
                snapshot.parked(sessionId()).filter(payment -> payment.resolvedAt() == null || payment.isDismissed());
        if (credited.isPresent() || parked.isEmpty()) {
            return Changes.none(credited);
        }
        Draft draft = new Draft(snapshot);
        Decision decision = LedgerRules.decide(draft, Purchases.of(order, refs, LotTerms.PURCHASED, details), now);
        if (!(decision.outcome() instanceof Outcome.Applied applied)) {
            return Changes.none(Optional.empty());
        }
        draft.take(decision);
        Changes<Optional<LedgerEntry>> changes = draft.changes(Optional.of(applied.entry()))
                .order(order.withRefs(refs, now).moved(OrderState.PAID, now))
                .park(parked.get().resolved(now));
        return Parking.closed(snapshot, named, sessionId(), now)
                .map(changes::order)
                .orElse(changes);
    }

    private IdempotencyKey key() {
        return FulfilmentRules.purchaseKey(sessionId());
    }

    private String sessionId() {
        return Objects.requireNonNull(refs.sessionId());
    }
}
