package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.Sale;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.ListedSession;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.payment.SubscriptionGateway;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import io.tokeneconomy.reconcile.Difference;
import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import io.tokeneconomy.reconcile.engine.Comparison.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One walk through a window, a page at a time. Not thread-safe. */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** The list that knows the payment's checkout, and the checkout. */
    private static final int REQUESTS_OF_A_SEARCH = 2;

    private final Window window;
    private final boolean repairing;
    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;
    private final Pace pace;
    private final Comparison comparison;
    private final Tally tally = new Tally();
    private @Nullable Cursor cursor;
    private @Nullable RuntimeException trouble;

    Run(Window window, boolean repairing, LedgerStore store, PaymentGateway gateway, Fulfilment fulfilment, Pace pace) {
        this.window = window;
        this.repairing = repairing;
        this.store = store;
        this.gateway = gateway;
        this.fulfilment = fulfilment;
        this.pace = pace;
        this.comparison = new Comparison(fulfilment, pace, repairing);
        this.cursor = Cursor.of(window.resumeAfter());
    }

    /**
     * Looks at the next page.
     *
     * @return whether there is more to do
     */
    boolean step() {
        Cursor here = cursor;
        if (here == null || trouble != null) {
            return false;
        }
        try {
            cursor = here.next(page(here));
        } catch (RuntimeException e) {
            ended(e);
        }
        return cursor != null && trouble == null && !pace.isUsedUp();
    }

    /** What is ours explains itself; anything else is somebody's mistake, whose place must be found. */
    private void ended(RuntimeException e) {
        if (!(e instanceof TokenEconomyException)) {
            LOG.error("❌ Reconciliation broke off", e);
        }
        trouble = e;
    }

    private @Nullable String page(Cursor here) {
        return switch (here.phase()) {
            case SESSIONS -> sessions(here);
            case CHARGES -> charges(here);
            case INVOICES -> invoices(here);
            case REFUNDS -> refunds(here);
            case DISPUTES -> disputes(here);
            case ORDERS -> orders(here);
        };
    }

    private @Nullable String sessions(Cursor here) {
        pace.take(1);
        WindowPage<ListedSession> page = gateway.sessions(query(here));
        page.items().forEach(this::session);
        page.unreadable().forEach(this::unreadable);
        return page.next();
    }

    private void session(ListedSession listed) {
        CheckoutSession session = listed.session();
        Finding finding = comparison.compare(Sale.of(session), listed.hint(), false);
        tally.sawSession(finding.isOurs());
        finding.difference().ifPresent(tally::found);
        if (finding.isOurs() && Fulfilment.isPaid(session)) {
            tally.sawPaid(session);
        }
    }

    private void unreadable(String sessionId) {
        tally.sawSession(true);
        tally.found(Differences.unreadable(sessionId, null, "the entry of the list cannot be read"));
    }

    private @Nullable String charges(Cursor here) {
        if (!(gateway instanceof SavedCardPayments cards)) {
            return null;
        }
        pace.take(1);
        WindowPage<CheckoutSession> page = cards.charges(query(here));
        page.items().stream().map(Sale::of).forEach(this::withoutCheckout);
        page.unreadable().forEach(this::unreadable);
        return page.next();
    }

    /** Only a shop with plans has invoices; without, nothing is asked for. */
    private @Nullable String invoices(Cursor here) {
        SubscriptionGateway subscriptions = gateway.subscriptions().orElse(null);
        if (subscriptions == null || !fulfilment.sellsPlans()) {
            return null;
        }
        pace.take(1);
        WindowPage<Invoice> page = subscriptions.paidInvoices(query(here));
        page.items().stream().map(Sale::of).forEach(this::withoutCheckout);
        page.unreadable().forEach(this::unreadable);
        return page.next();
    }

    private void withoutCheckout(Sale sale) {
        Finding finding = comparison.compare(sale, null, false);
        finding.difference().ifPresent(tally::found);
        if (finding.isOurs() && Fulfilment.isPaid(sale.session())) {
            tally.sawPaid(sale.session());
        }
    }

    private @Nullable String refunds(Cursor here) {
        pace.take(1);
        WindowPage<String> page = gateway.refundedPayments(query(here));
        for (String payment : page.items()) {
            reversal(payment);
            tally.sawRefunded();
        }
        return page.next();
    }

    private @Nullable String disputes(Cursor here) {
        pace.take(1);
        WindowPage<String> page = gateway.disputedPayments(query(here));
        for (String payment : page.items()) {
            reversal(payment);
            tally.sawDisputed();
        }
        return page.next();
    }

    private void reversal(String payment) {
        if (!tally.isNew(payment)) {
            return;
        }
        pace.take(REQUESTS_OF_A_SEARCH);
        OneByOne.look(
                        () -> fulfilment
                                .findPaidBy(payment)
                                .flatMap(sale ->
                                        comparison.compare(sale, null, true).difference()),
                        failure -> Differences.unreadable(null, payment, failure))
                .ifPresent(tally::found);
    }

    private @Nullable String orders(Cursor here) {
        Page<Order> page = PaidOrders.page(store, window, here.after());
        for (Order order : page.items()) {
            if (PaidOrders.isBefore(order, window)) {
                return null;
            }
            tally.sawOrder();
            order(order);
        }
        return page.hasMore() ? page.items().get(page.items().size() - 1).id().value() : null;
    }

    private void order(Order order) {
        String sessionId = order.refs().sessionId();
        if (sessionId == null || tally.isPaid(sessionId)) {
            return;
        }
        pace.take(1);
        OneByOne.look(
                        () -> paid(order, sessionId),
                        failure ->
                                Differences.unreadable(sessionId, order.refs().paymentIntentId(), failure))
                .ifPresent(tally::found);
    }

    private Optional<Difference> paid(Order order, String sessionId) {
        Optional<Sale> sale = fulfilment.find(sessionId);
        if (sale.filter(found -> Fulfilment.isPaid(found.session())).isPresent()) {
            return comparison.compare(sale.get(), null, false).difference();
        }
        String reason = sale.isEmpty()
                ? "credited, and unknown to the payment provider"
                : "credited, and not paid at the payment provider";
        return Optional.of(Differences.unpaid(order, sessionId, reason));
    }

    private WindowQuery query(Cursor here) {
        return new WindowQuery(window.from(), window.to(), here.after(), WindowQuery.MAX_LIMIT);
    }

    Report report() {
        Page<ParkedPayment> parked = parked();
        return new Report(
                window,
                repairing,
                tally.counts(pace.taken()),
                tally.differences(),
                tally.found(),
                parked.items(),
                parked.hasMore(),
                cursor == null ? null : cursor.toString(),
                trouble == null ? null : String.valueOf(trouble.getMessage()));
    }

    /** When they cannot be read, none is told, and that there are more. */
    private Page<ParkedPayment> parked() {
        try {
            return store.parked(new ParkedQuery("", Report.MAX_PARKED));
        } catch (StoreException e) {
            trouble = trouble == null ? e : trouble;
            return new Page<>(List.of(), true);
        }
    }
}
