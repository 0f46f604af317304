package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.checkout.engine.OneRefund;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.MoneyBack;
import io.tokeneconomy.fulfilment.Sale;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;
import io.tokeneconomy.reconcile.ParkedResult.Dismissed;
import io.tokeneconomy.reconcile.ParkedResult.Reason;
import io.tokeneconomy.reconcile.ParkedResult.Refunded;
import io.tokeneconomy.reconcile.ParkedResult.Refused;
import io.tokeneconomy.reconcile.ParkedResult.Released;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Decisions about parked payments. Nothing is locked between provider and ledger, because tokens follow their money in any
 * case: whoever releases what is being refunded has the tokens taken again by the look at the payment that ends both.
 */
public final class ParkedEngine implements ParkedPayments {

    /** No package on sale can have this id. */
    private static final String RELEASED = "(released)";

    private static final String SESSION = "session_id";

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;
    private final InstantSource time;

    /**
     * @param store read only
     * @param gateway the provider
     * @param fulfilment books
     * @param time the time of orders
     */
    public ParkedEngine(LedgerStore store, PaymentGateway gateway, Fulfilment fulfilment, InstantSource time) {
        this.store = store;
        this.gateway = gateway;
        this.fulfilment = fulfilment;
        this.time = time;
    }

    @Override
    public Page<ParkedPayment> list(ParkedQuery query) {
        return store.parked(query);
    }

    @Override
    public ParkedResult release(String sessionId, AccountId account, long tokens, Audit audit) {
        Checks.range("tokens", tokens, 1, LedgerLimits.MAX_AMOUNT);
        Optional<ParkedPayment> parked = find(sessionId);
        if (parked.isEmpty()) {
            return new Refused(Reason.NOT_PARKED);
        }
        Optional<LedgerEntry> before = fulfilment.credited(sessionId);
        if (before.isPresent()) {
            return released(before.get(), account, tokens);
        }
        Optional<Sale> sale = fulfilment.find(sessionId).filter(found -> Fulfilment.isPaid(found.session()));
        if (sale.isEmpty() || sale.get().session().amounts() == null) {
            return new Refused(Reason.NOTHING_PAID);
        }
        CheckoutSession session = sale.get().session();
        if (payment(session).filter(ParkedEngine::isGone).isPresent()) {
            fulfilment.review(sale.get());
            return new Refused(Reason.REFUNDED);
        }
        return release(parked.get(), sale.get(), order(session, account, tokens), audit);
    }

    private ParkedResult release(ParkedPayment parked, Sale sale, Order order, Audit audit) {
        OrderId named = Optional.ofNullable(parked.orderId()).map(OrderId::new).orElse(null);
        Optional<LedgerEntry> credit = fulfilment.release(sale.session(), order, named, audit);
        if (credit.isEmpty()) {
            return new Refused(isResolved(sale.session().id()) ? Reason.REFUNDED : Reason.OVER_LIMIT);
        }
        fulfilment.review(sale);
        return released(credit.get(), order.account(), order.item().tokens());
    }

    private Order order(CheckoutSession session, AccountId account, long tokens) {
        Instant now = time.instant();
        CheckoutSession.Amounts amounts = Objects.requireNonNull(session.amounts());
        OrderItem item = new OrderItem(
                RELEASED, "Released payment", tokens, Money.of(amounts.total(), amounts.currency()), null);
        return Order.begin(OrderId.random(now), account, session.mode(), item, now);
    }

    /** The same decision again is the same release; another one comes too late. */
    private ParkedResult released(LedgerEntry credit, AccountId account, long tokens) {
        return Optional.ofNullable(credit.purchase())
                .filter(sale -> sale.packageId().equals(RELEASED))
                .filter(sale -> credit.account().equals(account) && credit.amount() == tokens)
                .<ParkedResult>map(sale -> new Released(order(new OrderId(sale.orderId())), credit))
                .orElseGet(() -> new Refused(Reason.CREDITED));
    }

    @Override
    public ParkedResult refund(String sessionId) {
        if (find(sessionId).isEmpty()) {
            return new Refused(Reason.NOT_PARKED);
        }
        if (fulfilment.credited(sessionId).isPresent()) {
            return new Refused(Reason.CREDITED);
        }
        Optional<Sale> sale = fulfilment.find(sessionId);
        Optional<Payment> payment =
                sale.map(Sale::session).flatMap(this::payment).filter(paid -> paid.chargedMinor() > 0);
        return payment.isEmpty() ? new Refused(Reason.NOTHING_PAID) : refund(sale.orElseThrow(), payment.get());
    }

    private ParkedResult refund(Sale sale, Payment payment) {
        CheckoutSession session = sale.session();
        OneRefund refund = new OneRefund(gateway, refundKey(session, payment), Map.of(SESSION, session.id()));
        long left = MoneyBack.of(payment).left();
        Optional<Refund> made = refund.madeBefore(payment)
                .or(() -> left == 0 ? Optional.empty() : Optional.of(refund.make(payment, left)));
        fulfilment.review(sale);
        return made.<ParkedResult>map(Refunded::new).orElseGet(() -> new Refused(Reason.REFUNDED));
    }

    @Override
    public ParkedResult dismiss(String sessionId, Audit audit) {
        return find(sessionId).map(parked -> dismiss(parked, audit)).orElseGet(() -> new Refused(Reason.NOT_PARKED));
    }

    private ParkedResult dismiss(ParkedPayment parked, Audit audit) {
        Optional<ParkedPayment> dismissed = fulfilment.dismiss(parked, audit);
        if (dismissed.isPresent()) {
            return new Dismissed(dismissed.get());
        }
        boolean isCredited = fulfilment.credited(parked.sessionId()).isPresent();
        return new Refused(isCredited ? Reason.CREDITED : Reason.REFUNDED);
    }

    /** A refund that came to nothing may be asked for again; one that is on its way may not. */
    private static IdempotencyKey refundKey(CheckoutSession session, Payment payment) {
        long inVain = payment.refunds().stream()
                .filter(refund -> refund.status() == Refund.Status.FAILED || refund.status() == Refund.Status.CANCELED)
                .filter(refund -> session.id().equals(refund.metadata().get(SESSION)))
                .count();
        return IdempotencyKey.reserved("parked", inVain == 0 ? session.id() : session.id() + ":" + inVain);
    }

    private static boolean isGone(Payment payment) {
        return MoneyBack.of(payment).all();
    }

    private Optional<Payment> payment(CheckoutSession session) {
        return Optional.ofNullable(session.refs().paymentIntentId()).flatMap(gateway::payment);
    }

    @Override
    public Optional<ParkedPayment> find(String sessionId) {
        return store.read(Scope.NOTHING.session(sessionId)).parked(sessionId);
    }

    private boolean isResolved(String sessionId) {
        return find(sessionId).filter(payment -> payment.resolvedAt() != null).isPresent();
    }

    private Order order(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id).orElseThrow();
    }
}
