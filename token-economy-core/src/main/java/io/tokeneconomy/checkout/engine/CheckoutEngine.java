package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.checkout.Checkout;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.Confirmation.Status;
import io.tokeneconomy.fulfilment.Bought;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.FulfilmentResult;
import io.tokeneconomy.fulfilment.PurchaseMetadata;
import io.tokeneconomy.fulfilment.SubscriptionMetadata;
import io.tokeneconomy.fulfilment.UnknownOrderException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Quantities;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SubscriptionGateway;
import io.tokeneconomy.payment.SubscriptionRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checkout on a store and a payment gateway. */
public final class CheckoutEngine implements Checkout {

    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);

    private static final Confirmation UNKNOWN = new Confirmation(Status.UNKNOWN, null);

    private final Catalog catalog;
    private final CheckoutSettings settings;
    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;
    private final InstantSource time;
    private final Customers customers;

    /**
     * @param catalog what is sold
     * @param settings addresses, lifetime and options
     * @param store where orders are kept
     * @param gateway the provider
     * @param fulfilment credits what is paid
     * @param customers the buyers at the provider
     * @param time the time of orders
     */
    public CheckoutEngine(
            Catalog catalog,
            CheckoutSettings settings,
            LedgerStore store,
            PaymentGateway gateway,
            Fulfilment fulfilment,
            Customers customers,
            InstantSource time) {
        this.catalog = catalog;
        this.settings = settings;
        this.store = store;
        this.gateway = gateway;
        this.fulfilment = fulfilment;
        this.time = time;
        this.customers = customers;
    }

    @Override
    public CheckoutSession start(AccountId account, String packageId) {
        return start(account, packageId, settings.options());
    }

    @Override
    public CheckoutSession start(AccountId account, String packageId, long quantity) {
        return start(account, packageId, quantity, settings.options());
    }

    @Override
    public CheckoutSession start(AccountId account, String packageId, CheckoutOptions options) {
        Quantities bounds = options.quantities();
        return start(account, packageId, bounds == null ? 1 : bounds.minimum(), options);
    }

    @Override
    public CheckoutSession start(AccountId account, String packageId, long quantity, CheckoutOptions options) {
        requireWithin(options.quantities(), quantity);
        OrderItem item = OrderItem.of(catalog.require(packageId)).withQuantity(quantity);
        return begin(
                account,
                item,
                options,
                (order, customer) -> gateway.createSession(
                        request(order, customer, PurchaseMetadata.of(order, gateway.application()), options)));
    }

    @Override
    public CheckoutSession subscribe(AccountId account, String planId) {
        return subscribe(account, planId, settings.options());
    }

    @Override
    public CheckoutSession subscribe(AccountId account, String planId, CheckoutOptions options) {
        SubscriptionPlan plan = catalog.requirePlan(planId);
        SubscriptionGateway subscriptions = gateway.subscriptions()
                .orElseThrow(
                        () -> new PaymentException(Reason.REJECTED, "The payment provider has no subscriptions", null));
        return begin(
                account,
                OrderItem.of(plan),
                options,
                (order, customer) -> subscriptions.createSubscription(new SubscriptionRequest(
                        request(order, customer, SubscriptionMetadata.of(order, gateway.application()), options),
                        plan.interval())));
    }

    /** Opens the session of an order for a customer. */
    @FunctionalInterface
    private interface Opening {
        CheckoutSession open(Order order, String customerId);
    }

    private CheckoutSession begin(AccountId account, OrderItem item, CheckoutOptions options, Opening opening) {
        Instant now = time.instant();
        OneMode.require(store, gateway.mode());
        Order order = Order.begin(OrderId.random(now), account, gateway.mode(), item, now);
        store.update(
                Scope.NOTHING.order(order.id()),
                snapshot -> Changes.none(order.id()).order(order));
        try {
            CheckoutSession session = open(order, options.buyer().email(), opening);
            requirePrice(order, session);
            change(order.id(), current -> current.withRefs(session.refs(), time.instant()));
            return session;
        } catch (PaymentException e) {
            if (!e.retryable()) {
                close(order.id(), e);
            }
            throw e;
        }
    }

    @Override
    public Optional<String> recoveryUrl(OrderId id) {
        return order(id)
                .filter(order -> order.state() == OrderState.PENDING || order.state() == OrderState.EXPIRED)
                .flatMap(order -> Optional.ofNullable(order.refs().sessionId()))
                .flatMap(gateway::session)
                .flatMap(CheckoutSession::recoveryUrl);
    }

    @Override
    public Confirmation confirm(AccountId account, String sessionId) {
        Optional<Order> credited = credited(account, sessionId);
        if (credited.isPresent()) {
            return new Confirmation(Status.ALREADY_DONE, credited.get());
        }
        return gateway.session(sessionId)
                .filter(session -> belongsTo(account, session))
                .map(this::fulfil)
                .filter(confirmation ->
                        confirmation.order().filter(owned(account)).isPresent())
                .orElse(UNKNOWN);
    }

    @Override
    public Optional<String> receiptUrl(AccountId account, String sessionId) {
        return bought(account, sessionId).flatMap(purchase -> gateway.receiptUrl(purchase.sessionId()));
    }

    /** What is credited is told without the provider: the buyer who paid must not see its trouble. */
    private Optional<Order> credited(AccountId account, String sessionId) {
        return bought(account, sessionId).flatMap(purchase -> order(new OrderId(purchase.orderId())));
    }

    private Optional<PurchaseDetails> bought(AccountId account, String sessionId) {
        return fulfilment
                .credited(sessionId)
                .filter(entry -> entry.account().equals(account))
                .map(LedgerEntry::purchase);
    }

    private Confirmation fulfil(CheckoutSession session) {
        try {
            FulfilmentResult result = fulfilment.fulfil(fulfilment.soldBy(session), null);
            return new Confirmation(statusOf(result.status()), result.order());
        } catch (UnknownOrderException e) {
            LOG.warn("{}", e.getMessage());
            return UNKNOWN;
        }
    }

    private boolean belongsTo(AccountId account, CheckoutSession session) {
        return PurchaseMetadata.order(session.metadata())
                .flatMap(this::order)
                .filter(owned(account))
                .isPresent();
    }

    private static Predicate<Order> owned(AccountId account) {
        return order -> order.account().equals(account);
    }

    private Optional<Order> order(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }

    private CheckoutSession open(Order order, @Nullable String email, Opening opening) {
        CustomerKey key = new CustomerKey(order.account(), order.mode());
        String customer = customers.getOrCreate(key, email);
        try {
            return opening.open(order, customer);
        } catch (PaymentException e) {
            if (e.reason() != Reason.UNKNOWN_CUSTOMER) {
                throw e;
            }
            LOG.warn("Customer {} is gone at the payment provider; creating another", customer);
            return opening.open(order, customers.replace(key, customer, email));
        }
    }

    private CheckoutRequest request(
            Order order, String customer, Map<String, String> metadata, CheckoutOptions options) {
        return new CheckoutRequest(
                order,
                customer,
                settings.successUrl(),
                settings.cancelUrl(order.item().packageId()),
                metadata,
                order.createdAt().plus(settings.lifetime()),
                options);
    }

    private static void requireWithin(@Nullable Quantities bounds, long quantity) {
        if (bounds != null) {
            Checks.range("quantity", quantity, bounds.minimum(), bounds.maximum());
        }
    }

    private static void requirePrice(Order order, CheckoutSession session) {
        OrderItem item = order.item();
        if (!item.equals(Bought.of(item, session.amounts()).item())) {
            throw new PaymentException(
                    Reason.REJECTED,
                    "Package " + item.packageId() + " costs " + item.price() + " in the catalog, but " + item.priceId()
                            + " charges " + session.amounts(),
                    null);
        }
    }

    /** The provider's refusal is what the caller must hear of, even when the order cannot be closed. */
    private void close(OrderId id, PaymentException refusal) {
        try {
            change(id, current -> current.moved(OrderState.FAILED, time.instant()));
        } catch (StoreException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Changes an order that is still pending; a webhook may have been faster. */
    private void change(OrderId id, UnaryOperator<Order> change) {
        store.update(Scope.NOTHING.order(id), snapshot -> {
            Order current = snapshot.order(id).orElseThrow();
            Changes<OrderId> nothing = Changes.none(id);
            return current.state() == OrderState.PENDING ? nothing.order(change.apply(current)) : nothing;
        });
    }

    private static Status statusOf(FulfilmentResult.Status status) {
        return switch (status) {
            case CREDITED -> Status.CREDITED;
            case ALREADY_DONE, REVERSED -> Status.ALREADY_DONE;
            case OPEN -> Status.OPEN;
            case PENDING -> Status.PENDING;
            case EXPIRED -> Status.EXPIRED;
            case FAILED -> Status.FAILED;
            case PARKED -> Status.PARKED;
            case FOREIGN -> Status.UNKNOWN;
        };
    }
}
