package io.tokeneconomy.fulfilment;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentGateway;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Money in, tokens out, exactly once:
 *
 * <ol>
 *   <li>The session comes from the provider: its word on the money counts, not an event's or a caller's.
 *   <li>Its order is found through its metadata.
 *   <li>Order, entry and account change in one atomic update, the entry under
 *       the session's permanent key.
 * </ol>
 *
 * Whoever comes first wins; everyone else learns that it is done.
 */
public final class Fulfilment {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private static final Pattern SESSION_ID = Pattern.compile("[!-~]{1,183}");

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final InstantSource time;
    private final Announcer announcer;

    /**
     * @param store where orders and tokens are kept
     * @param gateway the provider
     * @param time the time of bookings
     * @param announcer told after the commit
     */
    public Fulfilment(LedgerStore store, PaymentGateway gateway, InstantSource time, Announcer announcer) {
        this.store = store;
        this.gateway = gateway;
        this.time = time;
        this.announcer = announcer;
    }

    /**
     * Brings a session's order to where the money is.
     *
     * @param session the session, read from the provider just now; never taken from an event
     * @param hint what an event said about it, or null
     * @throws UnknownOrderException when the session is ours but its order is not here
     */
    public FulfilmentResult fulfil(CheckoutSession session, @Nullable Change hint) {
        if (session.mode() != gateway.mode()) {
            LOG.error("❌ Session {} is in mode {}, this shop is not: ignored", session.id(), session.mode());
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        if (!isOurs(session.metadata())) {
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        Optional<LedgerEntry> credited = credited(session.id());
        return credited.isPresent() ? done(credited.get()) : settle(session, hint);
    }

    /**
     * {@return whether a session with this metadata is one of our sales} One that names another application is ours only
     * if its order is here: an application may have had another name when the checkout began.
     */
    public boolean isOurs(Map<String, String> metadata) {
        String application = gateway.application();
        return PurchaseMetadata.isMarked(metadata, application)
                && (!PurchaseMetadata.namesAnother(metadata, application)
                        || PurchaseMetadata.order(metadata).flatMap(this::order).isPresent());
    }

    /**
     * {@return the entry that credited a session}
     *
     * @param sessionId the session, as given by anyone
     */
    public Optional<LedgerEntry> credited(String sessionId) {
        if (!SESSION_ID.matcher(sessionId).matches()) {
            return Optional.empty();
        }
        IdempotencyKey key = FulfilmentRules.purchaseKey(sessionId);
        return store.read(Scope.NOTHING.key(key)).entry(key);
    }

    private void report(CheckoutSession session, FulfilmentResult result) {
        if (result.misfit() != null) {
            switch (result.misfit().kind()) {
                case MISSING_METADATA -> LOG.error("❌ Missing required metadata for token purchase");
                case INVALID_TOKENS -> LOG.error("❌ Invalid token amount");
                case CONTRADICTION -> {}
            }
            LOG.error(
                    "❌ Parked the payment of session {}: {}",
                    session.id(),
                    result.misfit().reason());
        }
        result.booked().forEach(announcer::booked);
        if (result.parked() != null) {
            announcer.tell(new TokenEconomyEvent.PaymentParked(result.parked()));
        }
    }

    private FulfilmentResult done(LedgerEntry credited) {
        Order order = Optional.ofNullable(credited.purchase())
                .map(purchase -> new OrderId(purchase.orderId()))
                .flatMap(this::order)
                .orElse(null);
        return FulfilmentResult.of(Status.ALREADY_DONE, order);
    }

    private FulfilmentResult settle(CheckoutSession session, @Nullable Change hint) {
        Instant now = time.instant();
        FulfilmentResult result = PurchaseMetadata.order(session.metadata())
                .map(id -> settle(session, hint, requireOrder(id, session), now))
                .orElseGet(() -> withoutOrder(session, now));
        report(session, result);
        return result;
    }

    private Optional<Order> order(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }

    private Order requireOrder(OrderId id, CheckoutSession session) {
        return order(id).orElseThrow(() -> {
            LOG.error("❌ Session {} names order {}, which is not in this store", session.id(), id);
            return new UnknownOrderException(
                    "Session " + session.id() + " names order " + id + ", which is not in this store");
        });
    }

    private FulfilmentResult settle(CheckoutSession session, @Nullable Change hint, Order order, Instant now) {
        Scope scope = FulfilmentRules.scope(order.id(), order.account(), session.id());
        FulfilmentRules rules = new FulfilmentRules(session, hint, now);
        if (!FulfilmentRules.moneyReceived(session)) {
            return store.update(scope, snapshot -> rules.decide(snapshot, order.id()));
        }
        return credit(scope, rules, order);
    }

    private FulfilmentResult credit(Scope scope, FulfilmentRules rules, Order order) {
        boolean done = false;
        try {
            FulfilmentResult result = store.update(scope, snapshot -> rules.decide(snapshot, order.id()));
            done = result.status() != Status.PARKED;
            if (result.status() == Status.CREDITED) {
                LOG.info("💰 Crediting {} tokens to user {}", order.item().tokens(), order.account());
                LOG.info("✅ Token purchase completed successfully");
            }
            return result;
        } finally {
            if (!done) {
                LOG.error("❌ Failed to credit tokens to user {}", order.account());
            }
        }
    }

    private FulfilmentResult withoutOrder(CheckoutSession session, Instant now) {
        if (!FulfilmentRules.moneyReceived(session)) {
            return FulfilmentResult.of(Status.PENDING, null);
        }
        return store.update(
                Scope.NOTHING.session(session.id()),
                snapshot -> Parking.park(snapshot, session, Misfit.missing("the metadata names no order"), null, now));
    }
}
