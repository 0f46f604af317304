package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the order of a checkout session and brings it to where the money is, by decisions made in one place or another. */
final class Settlement {

    private static final int MAX_ATTEMPTS = 10;

    private final Sales sales;
    private final PaymentGateway gateway;
    private final InstantSource time;
    private final FulfilmentPolicy policy;
    private final EarlierSales earlier;
    private final InvoiceSettlement invoices;

    Settlement(
            Sales sales,
            PaymentGateway gateway,
            InstantSource time,
            FulfilmentPolicy policy,
            EarlierSales earlier,
            Catalog catalog) {
        this.sales = sales;
        this.gateway = gateway;
        this.time = time;
        this.policy = policy;
        this.earlier = earlier;
        this.invoices = new InvoiceSettlement(this, sales, catalog, time);
    }

    FulfilmentResult bring(Look look, Decisions decisions) {
        CheckoutSession session = look.session();
        if (session.mode() != gateway.mode()) {
            return FulfilmentResult.of(Status.FOREIGN, null);
        }
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            Optional<FulfilmentResult> result = attempt(look, decisions);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new PaymentException(
                PaymentException.Reason.UNAVAILABLE,
                "The payment of session " + session.id() + " is looked at by too many at once",
                null);
    }

    /** Empty when somebody else came first. */
    private Optional<FulfilmentResult> attempt(Look look, Decisions decisions) {
        CheckoutSession session = look.session();
        if (look.sale().invoice() != null) {
            return invoices.attempt(look, look.sale().invoice(), decisions);
        }
        Optional<LedgerEntry> credited = sales.credited(session.id());
        if (credited.isEmpty() && !sales.isOurs(session.metadata())) {
            return Optional.of(FulfilmentResult.of(Status.FOREIGN, null));
        }
        if (credited.isPresent() && !look.review()) {
            return Optional.of(done(credited.get()));
        }
        Optional<OrderId> order = credited.flatMap(Sales::soldBy).or(() -> PurchaseMetadata.order(session.metadata()));
        if (SubscriptionMetadata.isMarked(session.metadata()) && look.isPaid()) {
            return Optional.of(begun(order.map(id -> required(id, session)).orElse(null)));
        }
        return order.isPresent()
                ? decide(look, required(order.get(), session), PackageTerms.PACKAGE, decisions)
                : withoutOrder(look, decisions);
    }

    /** The checkout of a subscription credits nothing: the invoice that it made does. */
    private static FulfilmentResult begun(@Nullable Order order) {
        boolean credited = order != null && order.state() == OrderState.PAID;
        return FulfilmentResult.of(credited ? Status.ALREADY_DONE : Status.PENDING, order);
    }

    FulfilmentResult done(LedgerEntry credited) {
        return FulfilmentResult.of(
                Status.ALREADY_DONE,
                Sales.soldBy(credited).flatMap(sales::order).orElse(null));
    }

    Order required(OrderId id, CheckoutSession session) {
        return sales.order(id)
                .orElseThrow(() -> new UnknownOrderException(
                        "Session " + session.id() + " names order " + id + ", which is not in this store"));
    }

    Optional<FulfilmentResult> decide(Look look, Order order, SaleTerms terms, Decisions decisions) {
        PaymentReading reading = reading(look, order.reversal().readings());
        FulfilmentRules rules =
                new FulfilmentRules(look.session(), look.hint(), reading, terms, policy, time.instant());
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
                .map(payment -> new PaymentReading(payment, look.sale().total(), before))
                .orElse(null);
    }

    private Optional<FulfilmentResult> withoutOrder(Look look, Decisions decisions) {
        if (!look.isPaid()) {
            return Optional.of(FulfilmentResult.of(Status.PENDING, null));
        }
        CheckoutSession session = look.session();
        EarlierSales.Sale sale = earlier.of(session, time.instant());
        if (sale.order() != null) {
            Order made = sale.order();
            Order order = sales.order(made.id()).orElse(made);
            return decide(look.withoutHint(), order, PackageTerms.PACKAGE, decisions);
        }
        return park(look, sale.misfit(), null, decisions);
    }

    /** @param order the order that has to do with it, which stays as it is; null when there is none */
    Optional<FulfilmentResult> park(Look look, Misfit misfit, @Nullable Order order, Decisions decisions) {
        CheckoutSession session = look.session();
        PaymentReading reading = reading(look, sales.looks(session.id()));
        Orderless orderless = new Orderless(session, misfit, order, reading, time.instant());
        return decisions.make(orderless.scope(), orderless::decide);
    }
}
