package io.tokeneconomy.payment;

import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A payment provider in memory whose sessions a test moves as it likes. Thread-safe. */
public final class ScriptedGateway implements PaymentGateway {

    private final PaymentMode mode;
    private final Map<String, CheckoutSession> sessions = new ConcurrentHashMap<>();
    private final List<CheckoutRequest> requests = new CopyOnWriteArrayList<>();
    private final List<CustomerKey> customersMade = new CopyOnWriteArrayList<>();
    private final List<String> goneCustomers = new CopyOnWriteArrayList<>();
    private final List<String> unreadable = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Runnable onCreateCustomer = () -> {};
    private volatile Consumer<CheckoutRequest> beforeCreate = request -> {};
    private volatile UnaryOperator<CheckoutSession> onCreate = session -> session;

    /** A provider without real money. */
    public ScriptedGateway() {
        this(PaymentMode.TEST);
    }

    public ScriptedGateway(PaymentMode mode) {
        this.mode = mode;
    }

    @Override
    public PaymentMode mode() {
        return mode;
    }

    @Override
    public String application() {
        return "token-economy";
    }

    @Override
    public String createCustomer(CustomerKey customer, @Nullable String replaces) {
        customersMade.add(customer);
        String id = "cus_" + customer.account().value() + "_" + customersMade.size();
        onCreateCustomer.run();
        return id;
    }

    @Override
    public CheckoutSession createSession(CheckoutRequest request) {
        beforeCreate.accept(request);
        if (goneCustomers.contains(request.customerId())) {
            throw new PaymentException(PaymentException.Reason.UNKNOWN_CUSTOMER, "No such customer", null);
        }
        requests.add(request);
        Order order = request.order();
        String id = "cs_test_" + numbers.incrementAndGet();
        long price = order.item().price().amountMinor();
        CheckoutSession session = onCreate.apply(new CheckoutSession(
                id,
                Kind.PAYMENT,
                Status.OPEN,
                PaymentStatus.UNPAID,
                mode,
                new Amounts(price, price, order.item().price().currency()),
                new PaymentRefs(id, null, request.customerId()),
                order.account().value(),
                request.metadata(),
                "https://pay.example/" + id,
                request.expiresAt()));
        sessions.put(id, session);
        return session;
    }

    @Override
    public Optional<CheckoutSession> session(String sessionId) {
        return Optional.ofNullable(sessions.get(sessionId)).filter(session -> !unreadable.contains(sessionId));
    }

    /**
     * Reads {@code type id} and after it, where wanted, {@code without-metadata}, {@code live} or {@code connected}; the
     * header {@code forged} is refused.
     */
    @Override
    public PaymentEvent verify(byte[] payload, @Nullable String signatureHeader) {
        if ("forged".equals(signatureHeader)) {
            throw new InvalidSignatureException("forged");
        }
        String[] words = new String(payload, StandardCharsets.UTF_8).split(" ");
        List<String> flags = List.of(words).subList(2, words.length);
        PaymentEvent.Envelope envelope = new PaymentEvent.Envelope(
                "evt_" + words[1],
                words[0],
                flags.contains("live") ? PaymentMode.LIVE : PaymentMode.TEST,
                flags.contains("connected") ? "acct_other" : null,
                null,
                "{}");
        return changeOf(words[0])
                .<PaymentEvent>map(
                        change -> new PaymentEvent.SessionChanged(envelope, words[1], change, metadataOf(words)))
                .orElseGet(() -> new PaymentEvent.Other(envelope));
    }

    @Override
    public void close() {}

    /** Makes the provider see another session from now on. */
    public void move(String sessionId, UnaryOperator<CheckoutSession> change) {
        sessions.compute(sessionId, (id, session) -> change.apply(session));
    }

    /** Adds a session that nobody asked for. */
    public void put(CheckoutSession session) {
        sessions.put(session.id(), session);
    }

    /** The buyer pays. */
    public void pay(String sessionId) {
        move(sessionId, session -> with(session, Status.COMPLETE, PaymentStatus.PAID));
    }

    /** From now on the provider does not know this session when asked; its events still carry it. */
    public void forgetOnRead(String sessionId) {
        unreadable.add(sessionId);
    }

    /** From now on the provider does not know this customer. */
    public void forget(String customerId) {
        goneCustomers.add(customerId);
    }

    public void onCreateCustomer(Runnable action) {
        this.onCreateCustomer = action;
    }

    public void beforeCreate(Consumer<CheckoutRequest> action) {
        this.beforeCreate = action;
    }

    public void onCreate(UnaryOperator<CheckoutSession> change) {
        this.onCreate = change;
    }

    public List<CheckoutRequest> requests() {
        return new ArrayList<>(requests);
    }

    public List<CustomerKey> customersMade() {
        return new ArrayList<>(customersMade);
    }

    /** The session in another state; a paid one has a payment. */
    public static CheckoutSession with(CheckoutSession session, Status status, PaymentStatus payment) {
        String intent = payment == PaymentStatus.PAID ? "pi_" + session.id() : null;
        return new CheckoutSession(
                session.id(),
                session.kind(),
                status,
                payment,
                session.mode(),
                session.amounts(),
                new PaymentRefs(session.id(), intent, session.refs().customerId()),
                session.clientReferenceId(),
                session.metadata(),
                session.link(),
                session.expiresAt());
    }

    /** The same session under another id, with other metadata and amounts. */
    public static CheckoutSession copy(
            CheckoutSession session, String id, Map<String, String> metadata, @Nullable Amounts amounts) {
        return new CheckoutSession(
                id,
                session.kind(),
                session.status(),
                session.paymentStatus(),
                session.mode(),
                amounts,
                new PaymentRefs(
                        id, session.refs().paymentIntentId(), session.refs().customerId()),
                session.clientReferenceId(),
                metadata,
                session.link(),
                Instant.EPOCH);
    }

    /** The session as another kind, in another mode, for another client. */
    public static CheckoutSession altered(CheckoutSession s, Kind kind, PaymentMode mode, @Nullable String reference) {
        return new CheckoutSession(
                s.id(),
                kind,
                s.status(),
                s.paymentStatus(),
                mode,
                s.amounts(),
                s.refs(),
                reference,
                s.metadata(),
                s.link(),
                s.expiresAt());
    }

    private @Nullable Map<String, String> metadataOf(String[] words) {
        if (List.of(words).contains("without-metadata")) {
            return null;
        }
        CheckoutSession session = sessions.get(words[1]);
        return session == null ? Map.of() : session.metadata();
    }

    private static Optional<PaymentEvent.Change> changeOf(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "checkout.session.completed" -> PaymentEvent.Change.COMPLETED;
                    case "checkout.session.async_payment_succeeded" -> PaymentEvent.Change.ASYNC_PAYMENT_SUCCEEDED;
                    case "checkout.session.async_payment_failed" -> PaymentEvent.Change.ASYNC_PAYMENT_FAILED;
                    case "checkout.session.expired" -> PaymentEvent.Change.EXPIRED;
                    default -> null;
                });
    }
}
