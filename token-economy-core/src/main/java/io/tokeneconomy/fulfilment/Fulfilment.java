package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentGateway;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private final LedgerStore store;
    private final InstantSource time;
    private final Announcer announcer;
    private final Sales sales;
    private final Settlement settlement;
    private final Telling telling;
    private final boolean sellsPlans;
    private final PaymentGateway gateway;
    private final InvoiceSales invoices;

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
        this.time = time;
        this.announcer = announcer;
        this.sales = new Sales(store, gateway.application());
        EarlierSales earlier = new EarlierSales(catalog, policy.creditEarlier());
        this.settlement = new Settlement(sales, gateway, time, policy, earlier, catalog);
        this.gateway = gateway;
        this.sellsPlans = !catalog.plans().isEmpty();
        this.invoices = new InvoiceSales(gateway, sellsPlans);
        this.telling = new Telling(announcer, gateway.mode());
    }

    /**
     * Brings a session's order to where the money is.
     *
     * @param session the session, read from the provider just now; never taken from an event
     * @param hint what an event said about it, or null
     * @throws UnknownOrderException when the session is ours but its order is not here
     */
    public FulfilmentResult fulfil(CheckoutSession session, @Nullable Change hint) {
        return fulfil(Sale.of(session), hint);
    }

    /**
     * Brings a sale's order to where the money is.
     *
     * @param sale the sale, read from the provider just now; never taken from an event
     * @param hint what an event said about it, or null
     * @throws UnknownOrderException when the sale is ours but its order is not here
     */
    public FulfilmentResult fulfil(Sale sale, @Nullable Change hint) {
        return bring(new Look(sale, hint, sale.session().reversed()));
    }

    /**
     * The same when money may have gone back: looks at the payment too.
     *
     * @param session the session, read from the provider just now
     * @throws UnknownOrderException when the session is ours but its order is not here
     */
    public FulfilmentResult review(CheckoutSession session) {
        return review(Sale.of(session));
    }

    /**
     * The same when money may have gone back: looks at the payment too.
     *
     * @param sale the sale, read from the provider just now
     * @throws UnknownOrderException when the sale is ours but its order is not here
     */
    public FulfilmentResult review(Sale sale) {
        return bring(new Look(sale, null, true));
    }

    /**
     * {@return the sale of that id as it stands at the provider now; empty when the provider knows none}
     *
     * @param id a checkout session or an invoice
     * @throws io.tokeneconomy.payment.PaymentException when the provider cannot be reached
     */
    public Optional<Sale> find(String id) {
        return InvoiceSales.isInvoice(id)
                ? invoices.find(id)
                : gateway.session(id).map(Sale::of);
    }

    /**
     * {@return the sale that a payment paid; empty when it paid none}
     *
     * @param paymentId the payment, or one of its charges, in the provider's words
     * @throws io.tokeneconomy.payment.PaymentException when the provider cannot be reached
     */
    public Optional<Sale> findPaidBy(String paymentId) {
        return gateway.sessionPaidBy(paymentId).map(Sale::of).or(() -> invoices.paidBy(paymentId));
    }

    /**
     * {@return what a checkout sells: itself, or the invoice with which it began a subscription}
     *
     * @throws io.tokeneconomy.payment.PaymentException when the provider cannot be reached
     */
    public Sale soldBy(CheckoutSession session) {
        return Optional.of(session)
                .filter(begun -> begun.kind() == CheckoutSession.Kind.SUBSCRIPTION && isPaid(begun))
                .flatMap(invoices::begunBy)
                .orElseGet(() -> Sale.of(session));
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
        return preview(Sale.of(session), hint, review);
    }

    /**
     * {@return what {@link #fulfil} or {@link #review} would do} Writes nothing and tells nobody.
     *
     * @param sale the sale, read from the provider just now
     * @param hint what an event said about it, or null
     * @param review whether to look at the payment even if the sale does not say that money went back
     * @throws UnknownOrderException when the sale is ours but its order is not here
     */
    public Preview preview(Sale sale, @Nullable Change hint, boolean review) {
        Rehearsal rehearsal = new Rehearsal(store);
        boolean look = review || sale.session().reversed();
        FulfilmentResult result = settlement.bring(new Look(sale, hint, look), rehearsal);
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
        credit.filter(entry -> Sales.soldBy(entry).filter(order.id()::equals).isPresent())
                .ifPresent(announcer::booked);
        return credit;
    }

    /**
     * Takes a parked payment off the list because a person decided about it elsewhere.
     *
     * @param parked the payment
     * @param audit who decided it, and why
     * @return the payment dismissed, now or before; empty when it was credited or given back
     */
    public Optional<ParkedPayment> dismiss(ParkedPayment parked, Audit audit) {
        OrderId named = Optional.ofNullable(parked.orderId()).map(OrderId::new).orElse(null);
        Dismissal dismissal = new Dismissal(parked.sessionId(), named, audit, time.instant());
        return store.update(dismissal.scope(), dismissal::decide);
    }

    /** {@return whether the catalog has plans} */
    public boolean sellsPlans() {
        return sellsPlans;
    }

    /** {@return whether a session's money was received, or none had to be paid} */
    public static boolean isPaid(CheckoutSession session) {
        return FulfilmentRules.moneyReceived(session);
    }

    private FulfilmentResult bring(Look look) {
        try {
            FulfilmentResult result = settlement.bring(look, new Commit(store));
            telling.tell(look.session(), result);
            return result;
        } catch (UnknownOrderException e) {
            telling.unknown(e);
            throw e;
        }
    }

    /**
     * {@return whether a session with this metadata is one of our sales} One that names another application is ours only
     * if its order is here: an application may have had another name when the checkout began.
     */
    public boolean isOurs(Map<String, String> metadata) {
        return sales.isOurs(metadata);
    }

    /**
     * {@return the entry that credited a session}
     *
     * @param sessionId the session, as given by anyone
     */
    public Optional<LedgerEntry> credited(String sessionId) {
        return sales.credited(sessionId);
    }
}
