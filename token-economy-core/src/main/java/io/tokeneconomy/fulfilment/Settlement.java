package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the order of a checkout session and brings it to where the money is, by decisions made in one place or another. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private static final int MAX_READINGS = 10;

    private final Sales sales;
    private final PaymentGateway gateway;
    private final InstantSource time;
    private final FulfilmentPolicy policy;
    private final EarlierSales earlier;

    Settlement(Sales sales, PaymentGateway gateway, InstantSource time, FulfilmentPolicy policy, EarlierSales earlier) {
        this.sales = sales;
        this.gateway = gateway;
        this.time = time;
        this.policy = policy;
        this.earlier = earlier;
    }

    FulfilmentResult bring(Look look, Decisions decisions) {
        CheckoutSession session = look.session();
        if (session.mode() != gateway.mode()) {
            LOG.error("❌ Session {} is in mode {}, this shop is not: ignored", session.id(), session.mode());
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        Optional<LedgerEntry> credited = sales.credited(session.id());
        if (credited.isEmpty() && !sales.isOurs(session.metadata())) {
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        if (credited.isPresent() && !look.review()) {
            return done(credited.get());
        }
        Optional<OrderId> order = credited.flatMap(Sales::soldBy).or(() -> PurchaseMetadata.order(session.metadata()));
        return order.map(id -> settle(look, () -> required(id, session), decisions))
                .orElseGet(() -> withoutOrder(look, decisions));
    }

    private FulfilmentResult done(LedgerEntry credited) {
        return FulfilmentResult.of(
                Status.ALREADY_DONE,
                Sales.soldBy(credited).flatMap(sales::order).orElse(null));
    }

    private Order required(OrderId id, CheckoutSession session) {
        return sales.order(id).orElseThrow(() -> {
            LOG.error("❌ Session {} names order {}, which is not in this store", session.id(), id);
            return new UnknownOrderException(
                    "Session " + session.id() + " names order " + id + ", which is not in this store");
        });
    }

    private FulfilmentResult settle(Look look, Supplier<Order> orders, Decisions decisions) {
        for (int attempt = 1; attempt <= MAX_READINGS; attempt++) {
            Order order = orders.get();
            FulfilmentResult result =
                    decide(look, order, reading(look, order.reversal().readings()), decisions);
            if (result.status() != Status.OVERTAKEN) {
                return result;
            }
        }
        throw new PaymentException(
                PaymentException.Reason.UNAVAILABLE,
                "The payment of session " + look.session().id() + " is looked at by too many at once",
                null);
    }

    private FulfilmentResult decide(Look look, Order order, @Nullable PaymentReading reading, Decisions decisions) {
        FulfilmentRules rules = new FulfilmentRules(look.session(), look.hint(), reading, policy, time.instant());
        Scope scope = rules.scope(order);
        return look.isPaid()
                ? decisions.onMoney(order, scope, snapshot -> rules.decide(snapshot, order))
                : decisions.make(scope, snapshot -> rules.decide(snapshot, order));
    }

    /** Null when it is not asked for, there was nothing to pay, or the provider does not know the payment. */
    private @Nullable PaymentReading reading(Look look, long before) {
        return Optional.ofNullable(look.session().refs().paymentIntentId())
                .filter(payment -> look.review())
                .flatMap(gateway::payment)
                .map(payment -> new PaymentReading(payment, before))
                .orElse(null);
    }

    private FulfilmentResult withoutOrder(Look look, Decisions decisions) {
        if (!look.isPaid()) {
            return FulfilmentResult.of(Status.PENDING, null);
        }
        CheckoutSession session = look.session();
        EarlierSales.Sale sale = earlier.of(session, time.instant());
        if (sale.order() != null) {
            Order made = sale.order();
            return settle(
                    new Look(session, null, look.review()),
                    () -> sales.order(made.id()).orElse(made),
                    decisions);
        }
        Instant now = time.instant();
        PaymentReading reading = reading(look, 0);
        boolean gone = reading != null && reading.allBack();
        return decisions.make(
                Scope.NOTHING.session(session.id()),
                snapshot -> gone
                        ? Parking.resolve(
                                snapshot, session, Changes.none(FulfilmentResult.of(Status.FAILED, null)), now)
                        : Parking.park(snapshot, session, sale.misfit(), null, reading != null, now));
    }
}
