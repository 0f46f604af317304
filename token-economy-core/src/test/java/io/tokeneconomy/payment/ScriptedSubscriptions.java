package io.tokeneconomy.payment;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.payment.Invoice.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Subscriptions in memory whose invoices a test makes as it likes. Thread-safe. */
public final class ScriptedSubscriptions implements SubscriptionGateway {

    private final ScriptedGateway gateway;
    private final Map<String, Invoice> invoices = new ConcurrentHashMap<>();
    private final Map<String, String> begun = new ConcurrentHashMap<>();
    private final ScriptedList listed = new ScriptedList();
    private final AtomicInteger numbers = new AtomicInteger();

    ScriptedSubscriptions(ScriptedGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public CheckoutSession createSubscription(SubscriptionRequest request) {
        CheckoutRequest checkout = request.checkout();
        Order order = checkout.order();
        String id = "cs_test_sub_" + numbers.incrementAndGet();
        long price = order.item().price().amountMinor();
        CheckoutSession session = new CheckoutSession(
                id,
                Kind.SUBSCRIPTION,
                Status.OPEN,
                PaymentStatus.UNPAID,
                gateway.mode(),
                new Amounts(price, price, order.item().price().currency()),
                false,
                new PaymentRefs(id, null, checkout.customerId()),
                order.account().value(),
                checkout.metadata(),
                new PaymentPage.Hosted("https://pay.example/" + id),
                checkout.expiresAt());
        gateway.put(session);
        return session;
    }

    @Override
    public Optional<Invoice> invoice(String invoiceId) {
        return Optional.ofNullable(invoices.get(invoiceId));
    }

    @Override
    public Optional<Invoice> invoiceOf(String sessionId) {
        return Optional.ofNullable(begun.get(sessionId)).flatMap(this::invoice);
    }

    @Override
    public Optional<Invoice> invoicePaidBy(String paymentId) {
        return invoices.values().stream()
                .filter(invoice -> invoice.payments().contains(paymentId))
                .findFirst();
    }

    @Override
    public WindowPage<Invoice> paidInvoices(WindowQuery query) {
        return listed.page(query, id -> Objects.requireNonNull(invoices.get(id)));
    }

    /** The buyer pays the checkout; the subscription's first invoice charges one line. */
    public Invoice begin(CheckoutSession session, Line line) {
        gateway.move(session.id(), open -> ScriptedSessions.begun(open));
        Invoice invoice = invoice("in_" + session.id(), Reason.CREATE, session, List.of(line));
        begun.put(session.id(), invoice.id());
        return put(invoice);
    }

    /** A paid invoice of the subscription that a checkout began. */
    public Invoice invoice(String id, Reason reason, CheckoutSession session, List<Line> lines) {
        long total = lines.stream().mapToLong(Line::amount).sum();
        return new Invoice(
                id,
                gateway.mode(),
                true,
                reason,
                "usd",
                total,
                total,
                Math.max(0, total),
                "sub_" + session.id(),
                session.refs().customerId(),
                total > 0 ? List.of("pi_" + id) : List.of(),
                false,
                session.metadata(),
                lines,
                lines.get(0).start());
    }

    /** Adds an invoice, and the payments that paid it. */
    public Invoice put(Invoice invoice) {
        invoices.put(invoice.id(), invoice);
        listed.add(invoice.id(), invoice.createdAt());
        invoice.payments().forEach(payment -> gateway.charge(payment, invoice.amountPaid(), invoice.currency()));
        return invoice;
    }

    /** Makes the provider see another invoice from now on. */
    public void move(String id, UnaryOperator<Invoice> change) {
        invoices.computeIfPresent(id, (same, invoice) -> change.apply(invoice));
    }

    /** A line of a whole period. */
    public static Line line(@Nullable String price, long amount, Instant start, Instant end) {
        return new Line(price, amount, 1, false, start, end);
    }
}
