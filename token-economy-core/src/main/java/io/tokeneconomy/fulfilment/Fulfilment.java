package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
 * Whoever comes first wins; everyone else learns that it is done. Money that goes back afterwards takes its tokens along
 * the same way: the payment comes from the provider, and its order says how much of it is booked already.
 */
public final class Fulfilment {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private static final int MAX_READINGS = 10;

    private static final Pattern SESSION_ID = Pattern.compile("[!-~]{1,183}");

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final InstantSource time;
    private final Announcer announcer;
    private final FulfilmentPolicy policy;
    private final EarlierSales earlier;
    private final Decisions committed;

    /**
     * @param store where orders and tokens are kept
     * @param gateway the provider
     * @param time the time of bookings
     * @param announcer told after the commit
     * @param policy what the host decided
     * @param catalog what an earlier system's sales are held against
     */
    public Fulfilment(
            LedgerStore store,
            PaymentGateway gateway,
            InstantSource time,
            Announcer announcer,
            FulfilmentPolicy policy,
            Catalog catalog) {
        this.store = store;
        this.gateway = gateway;
        this.time = time;
        this.announcer = announcer;
        this.policy = policy;
        this.earlier = new EarlierSales(catalog, policy.creditEarlier());
        this.committed = store::update;
    }

    /**
     * Brings a session's order to where the money is.
     *
     * @param session the session, read from the provider just now; never taken from an event
     * @param hint what an event said about it, or null
     * @throws UnknownOrderException when the session is ours but its order is not here
     */
    public FulfilmentResult fulfil(CheckoutSession session, @Nullable Change hint) {
        return bring(session, hint, session.reversed());
    }

    /**
     * The same when money may have gone back: looks at the payment too.
     *
     * @param session the session, read from the provider just now
     * @throws UnknownOrderException when the session is ours but its order is not here
     */
    public FulfilmentResult review(CheckoutSession session) {
        return bring(session, null, true);
    }

    /**
     * {@return what {@link #fulfil} or {@link #review} would do} Writes nothing and tells nobody.
     *
     * @param session the session, read from the provider just now
     * @param hint what an event said about it, or null
     * @param review whether to look at the payment even if the session does not say that money went back
     * @throws UnknownOrderException when the session is ours but its order is not here
     */
    public Preview preview(CheckoutSession session, @Nullable Change hint, boolean review) {
        Rehearsal rehearsal = new Rehearsal(store);
        FulfilmentResult result = bring(session, hint, review || session.reversed(), rehearsal);
        return new Preview(result, rehearsal.changing());
    }

    /**
     * Credits a parked payment because a person says so. What went back of it is not looked at: {@link #review} it
     * afterwards.
     *
     * @param session the session, read from the provider just now
     * @param order the order to make for it, pending, at the price that was paid
     * @param named the order that the session names, or null
     * @param audit who decided it, and why
     * @return the entry that credits the session, also when it was there before; empty when the payment is not parked (any
     *     more) or the account cannot hold the tokens
     */
    public Optional<LedgerEntry> release(CheckoutSession session, Order order, @Nullable OrderId named, Audit audit) {
        Details details = Details.NONE.withDescription(audit.reason()).withMetadata(Map.of(Audit.ACTOR, audit.actor()));
        Release release = new Release(order, session.refs(), named, details, time.instant());
        Optional<LedgerEntry> credit = store.update(release.scope(), release::decide);
        credit.filter(entry -> soldBy(entry).filter(order.id()::equals).isPresent())
                .ifPresent(announcer::booked);
        return credit;
    }

    /** {@return whether a session's money was received, or none had to be paid} */
    public static boolean isPaid(CheckoutSession session) {
        return FulfilmentRules.moneyReceived(session);
    }

    private FulfilmentResult bring(CheckoutSession session, @Nullable Change hint, boolean review) {
        FulfilmentResult result = bring(session, hint, review, committed);
        report(session, result);
        return result;
    }

    private FulfilmentResult bring(
            CheckoutSession session, @Nullable Change hint, boolean review, Decisions decisions) {
        if (session.mode() != gateway.mode()) {
            LOG.error("❌ Session {} is in mode {}, this shop is not: ignored", session.id(), session.mode());
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        Optional<LedgerEntry> credited = credited(session.id());
        if (credited.isEmpty() && !isOurs(session.metadata())) {
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        if (credited.isPresent() && !review) {
            return done(credited.get());
        }
        Optional<OrderId> order =
                credited.flatMap(Fulfilment::soldBy).or(() -> PurchaseMetadata.order(session.metadata()));
        return order.map(id -> settle(session, hint, () -> requireOrder(id, session), review, decisions))
                .orElseGet(() -> withoutOrder(session, review, decisions));
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
        if (result.status() == Status.REVERSED) {
            result.booked()
                    .forEach(entry -> LOG.info(
                            "↩️ {} tokens of user {}: {}",
                            entry.amount(),
                            entry.account(),
                            entry.details().description()));
        }
        result.booked().forEach(announcer::booked);
        if (result.parked() != null) {
            announcer.tell(new TokenEconomyEvent.PaymentParked(result.parked()));
        }
    }

    private FulfilmentResult done(LedgerEntry credited) {
        return FulfilmentResult.of(
                Status.ALREADY_DONE, soldBy(credited).flatMap(this::order).orElse(null));
    }

    private static Optional<OrderId> soldBy(LedgerEntry credited) {
        return Optional.ofNullable(credited.purchase()).map(purchase -> new OrderId(purchase.orderId()));
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

    private FulfilmentResult settle(
            CheckoutSession session,
            @Nullable Change hint,
            Supplier<Order> orders,
            boolean review,
            Decisions decisions) {
        for (int reading = 1; reading <= MAX_READINGS; reading++) {
            Order order = orders.get();
            FulfilmentRules rules = new FulfilmentRules(
                    session,
                    hint,
                    review ? reading(session, order.reversal().readings()) : null,
                    policy,
                    time.instant());
            boolean logged = decisions == committed && isPaid(session);
            FulfilmentResult result = logged
                    ? credit(rules, order)
                    : decisions.make(rules.scope(order), snapshot -> rules.decide(snapshot, order));
            if (result.status() != Status.OVERTAKEN) {
                return result;
            }
        }
        throw new PaymentException(
                PaymentException.Reason.UNAVAILABLE,
                "The payment of session " + session.id() + " is looked at by too many at once",
                null);
    }

    /** Null when there was nothing to pay, or the provider does not know the payment. */
    private @Nullable PaymentReading reading(CheckoutSession session, long before) {
        return Optional.ofNullable(session.refs().paymentIntentId())
                .flatMap(gateway::payment)
                .map(payment -> new PaymentReading(payment, before))
                .orElse(null);
    }

    private FulfilmentResult credit(FulfilmentRules rules, Order order) {
        boolean done = false;
        try {
            FulfilmentResult result = store.update(rules.scope(order), snapshot -> rules.decide(snapshot, order));
            done = result.status() != Status.PARKED || order.state() == OrderState.PAID;
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

    private FulfilmentResult withoutOrder(CheckoutSession session, boolean review, Decisions decisions) {
        if (!FulfilmentRules.moneyReceived(session)) {
            return FulfilmentResult.of(Status.PENDING, null);
        }
        EarlierSales.Sale sale = earlier.of(session, time.instant());
        if (sale.order() != null) {
            Order made = sale.order();
            return settle(session, null, () -> order(made.id()).orElse(made), review, decisions);
        }
        Instant now = time.instant();
        PaymentReading reading = review ? reading(session, 0) : null;
        boolean gone = reading != null && reading.allBack();
        return decisions.make(
                Scope.NOTHING.session(session.id()),
                snapshot -> gone
                        ? Parking.resolve(
                                snapshot, session, Changes.none(FulfilmentResult.of(Status.FAILED, null)), now)
                        : Parking.park(snapshot, session, sale.misfit(), null, reading != null, now));
    }
}
