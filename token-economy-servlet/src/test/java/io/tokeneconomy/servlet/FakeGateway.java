package io.tokeneconomy.servlet;

import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.ListedSession;
import io.tokeneconomy.payment.MalformedEventException;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentEvent.Envelope;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.PaymentPage;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.RefundRequest;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider in memory. Signature {@code good} is proof; a payload is a change and a session's id, or anything else. */
final class FakeGateway implements PaymentGateway {

    volatile @Nullable RuntimeException trouble;
    volatile @Nullable String receipt = "https://receipts.example/";
    volatile byte[] lastPayload = new byte[0];
    volatile @Nullable String lastSignature;

    final AtomicInteger lookups = new AtomicInteger();

    private final Map<String, CheckoutSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** The buyer's side of a checkout. */
    void move(String sessionId, Status status, PaymentStatus payment) {
        sessions.computeIfPresent(sessionId, (id, s) -> changed(s, status, payment, s.amounts()));
    }

    void pay(String sessionId) {
        move(sessionId, Status.COMPLETE, PaymentStatus.PAID);
    }

    void payAnotherAmount(String sessionId) {
        sessions.computeIfPresent(
                sessionId, (id, s) -> changed(s, Status.COMPLETE, PaymentStatus.PAID, new Amounts(1, 1, "usd")));
    }

    /** How many checkouts were started. */
    int started() {
        return sessions.size();
    }

    @Override
    public PaymentMode mode() {
        return PaymentMode.TEST;
    }

    @Override
    public String application() {
        return "token-economy";
    }

    @Override
    public String createCustomer(CustomerKey customer, @Nullable String replaces) {
        fail();
        return "cus_" + count.incrementAndGet();
    }

    @Override
    public CheckoutSession createSession(CheckoutRequest request) {
        fail();
        Order order = request.order();
        String id = "cs_test_" + count.incrementAndGet();
        long price = order.item().price().amountMinor();
        CheckoutSession session = new CheckoutSession(
                id,
                Kind.PAYMENT,
                Status.OPEN,
                PaymentStatus.UNPAID,
                mode(),
                new Amounts(price, price, order.item().price().currency()),
                false,
                new PaymentRefs(id, "pi_" + id, request.customerId()),
                order.account().value(),
                request.metadata(),
                pageOf(id, request),
                request.expiresAt());
        sessions.put(id, session);
        return session;
    }

    private static PaymentPage pageOf(String id, CheckoutRequest request) {
        return request.options().placement() == Placement.HOSTED
                ? new PaymentPage.Hosted("https://pay.example/" + id)
                : new PaymentPage.Embedded(id + "_secret_1");
    }

    @Override
    public Optional<CheckoutSession> session(String sessionId) {
        lookups.incrementAndGet();
        fail();
        return Optional.ofNullable(sessions.get(sessionId));
    }

    @Override
    public Optional<CheckoutSession> sessionPaidBy(String paymentId) {
        return Optional.empty();
    }

    @Override
    public Optional<Payment> payment(String paymentId) {
        return Optional.empty();
    }

    @Override
    public Optional<String> receiptUrl(String saleId) {
        fail();
        return Optional.ofNullable(receipt).map(place -> place + saleId);
    }

    @Override
    public Refund refund(RefundRequest request) {
        throw new PaymentException(PaymentException.Reason.REJECTED, "nothing is refunded here", null);
    }

    @Override
    public WindowPage<ListedSession> sessions(WindowQuery query) {
        return new WindowPage<>(List.of(), null);
    }

    @Override
    public WindowPage<String> refundedPayments(WindowQuery query) {
        return new WindowPage<>(List.of(), null);
    }

    @Override
    public WindowPage<String> disputedPayments(WindowQuery query) {
        return new WindowPage<>(List.of(), null);
    }

    @Override
    public PaymentEvent verify(byte[] payload, @Nullable String signatureHeader) {
        lastPayload = payload.clone();
        lastSignature = signatureHeader;
        if (!"good".equals(signatureHeader)) {
            throw new InvalidSignatureException("not signed");
        }
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.startsWith("malformed")) {
            throw new MalformedEventException("no event");
        }
        int gap = text.indexOf(' ');
        boolean change = gap > 0 && text.substring(gap).startsWith(" cs_");
        Envelope envelope =
                new Envelope("evt_1", change ? "checkout.session." : "customer.created", mode(), null, null, text);
        return change
                ? new PaymentEvent.SessionChanged(
                        envelope, text.substring(gap + 1), Change.valueOf(text.substring(0, gap)), null)
                : new PaymentEvent.Other(envelope);
    }

    @Override
    public void close() {}

    private void fail() {
        if (trouble != null) {
            throw trouble;
        }
    }

    private static CheckoutSession changed(
            CheckoutSession s, Status status, PaymentStatus payment, @Nullable Amounts amounts) {
        return new CheckoutSession(
                s.id(),
                s.kind(),
                status,
                payment,
                s.mode(),
                amounts,
                s.reversed(),
                s.refs(),
                s.clientReferenceId(),
                s.metadata(),
                s.page(),
                s.expiresAt());
    }
}
