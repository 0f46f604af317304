package io.tokeneconomy.payment;

import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A payment provider in memory whose sessions a test moves as it likes. Thread-safe. */
public final class ScriptedGateway implements PaymentGateway {

    private final PaymentMode mode;
    private final Map<String, CheckoutSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final List<RefundRequest> refunds = new CopyOnWriteArrayList<>();
    private final List<CheckoutRequest> requests = new CopyOnWriteArrayList<>();
    private final List<CustomerKey> customersMade = new CopyOnWriteArrayList<>();
    private final List<String> goneCustomers = new CopyOnWriteArrayList<>();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final List<String> unreadable = new CopyOnWriteArrayList<>();
    private final ScriptedList listed = new ScriptedList();
    private final ScriptedList refunded = new ScriptedList();
    private final ScriptedList disputed = new ScriptedList();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private final List<WindowQuery> queries = new CopyOnWriteArrayList<>();
    private final ScriptedSubscriptions subscriptions = new ScriptedSubscriptions(this);
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private volatile Consumer<WindowQuery> beforeList = query -> {};
    private volatile Runnable onCreateCustomer = () -> {};
    private volatile Consumer<CheckoutRequest> beforeCreate = request -> {};
    private volatile Consumer<String> beforeSessionRead = session -> {};
    private volatile Consumer<String> beforePaymentRead = payment -> {};
    private volatile Consumer<String> afterPaymentRead = payment -> {};
    private volatile Runnable afterRefund = () -> {};
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
                false,
                new PaymentRefs(id, null, request.customerId()),
                order.account().value(),
                request.metadata(),
                new PaymentPage.Hosted("https://pay.example/" + id),
                request.expiresAt()));
        put(session);
        return session;
    }

    @Override
    public Optional<CheckoutSession> session(String sessionId) {
        beforeSessionRead.accept(sessionId);
        return Optional.ofNullable(sessions.get(sessionId)).filter(session -> !forgotten.contains(sessionId));
    }

    @Override
    public Optional<CheckoutSession> sessionPaidBy(String paymentId) {
        beforeSessionRead.accept(paymentId.replaceFirst("^pi_", ""));
        return findPaidBy(paymentId);
    }

    private Optional<CheckoutSession> findPaidBy(String paymentId) {
        return Optional.ofNullable(sessions.get(paymentId.replaceFirst("^pi_", "")))
                .filter(session -> paymentId.equals(session.refs().paymentIntentId()));
    }

    @Override
    public Optional<Payment> payment(String paymentId) {
        beforePaymentRead.accept(paymentId);
        Optional<Payment> payment = Optional.ofNullable(payments.get(paymentId));
        afterPaymentRead.accept(paymentId);
        return payment;
    }

    @Override
    public Refund refund(RefundRequest request) {
        boolean first = refunds.stream().noneMatch(earlier -> earlier.key().equals(request.key()));
        refunds.add(request);
        String id = "re_" + request.key();
        if (first) {
            String currency = paymentOrFail(request.paymentId()).currency();
            refund(
                    request.paymentId(),
                    new Refund(id, request.amountMinor(), currency, Refund.Status.SUCCEEDED, request.metadata()));
        }
        afterRefund.run();
        return paymentOrFail(request.paymentId()).refunds().stream()
                .filter(refund -> refund.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public WindowPage<ListedSession> sessions(WindowQuery query) {
        queries.add(query);
        beforeList.accept(query);
        WindowPage<String> page = listed.page(query, id -> id);
        return new WindowPage<>(
                page.items().stream()
                        .filter(id -> !unreadable.contains(id))
                        .map(this::listed)
                        .toList(),
                page.next(),
                page.items().stream().filter(unreadable::contains).toList());
    }

    private ListedSession listed(String id) {
        return new ListedSession(
                Objects.requireNonNull(sessions.get(id)),
                givenUp.contains(id) ? PaymentEvent.Change.ASYNC_PAYMENT_FAILED : null);
    }

    @Override
    public WindowPage<String> refundedPayments(WindowQuery query) {
        queries.add(query);
        return refunded.page(query, id -> id);
    }

    @Override
    public WindowPage<String> disputedPayments(WindowQuery query) {
        queries.add(query);
        return disputed.page(query, id -> id);
    }

    /** Subscriptions and their invoices. */
    public ScriptedSubscriptions scriptedSubscriptions() {
        return subscriptions;
    }

    @Override
    public Optional<SubscriptionGateway> subscriptions() {
        return Optional.of(subscriptions);
    }

    void charge(String paymentId, long amount, String currency) {
        payments.putIfAbsent(paymentId, new Payment(paymentId, mode, amount, currency, List.of(), List.of()));
    }

    /** What is made from now on is made then. */
    public void setTime(Instant instant) {
        now = instant;
    }

    /** Runs before sessions are listed. */
    public void beforeList(Consumer<WindowQuery> action) {
        beforeList = action;
    }

    /** The lists that were asked for. */
    public List<WindowQuery> queries() {
        return new ArrayList<>(queries);
    }

    /** The list shows from now on that this session is there, and nothing else of it. */
    public void blur(String sessionId) {
        unreadable.add(sessionId);
    }

    /** The list says from now on that this session's delayed money will not come. */
    public void giveUp(String sessionId) {
        givenUp.add(sessionId);
    }

    /** The payment, looked at without the provider's doing. */
    public Payment peek(String paymentId) {
        return paymentOrFail(paymentId);
    }

    private Payment paymentOrFail(String paymentId) {
        return Objects.requireNonNull(payments.get(paymentId), "no such payment");
    }

    @Override
    public PaymentEvent verify(byte[] payload, @Nullable String signatureHeader) {
        return new ScriptedEvents(sessions::get, subscriptions::invoice).verify(payload, signatureHeader);
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
        listed.add(session.id(), now);
    }

    /** The buyer pays what the session costs. */
    public void pay(String sessionId) {
        move(sessionId, session -> ScriptedSessions.with(session, Status.COMPLETE, PaymentStatus.PAID));
        CheckoutSession session = Objects.requireNonNull(sessions.get(sessionId));
        String payment = Objects.requireNonNull(session.refs().paymentIntentId());
        Amounts amounts = Objects.requireNonNull(session.amounts());
        payments.putIfAbsent(
                payment, new Payment(payment, mode, amounts.total(), amounts.currency(), List.of(), List.of()));
    }

    /** Adds a refund of a payment, or puts it in another state. */
    public void refund(String paymentId, Refund refund) {
        refunded.add(paymentId, now);
        change(
                paymentId,
                payment -> new Payment(
                        payment.id(),
                        payment.mode(),
                        payment.chargedMinor(),
                        payment.currency(),
                        replacing(payment.refunds(), refund, Refund::id),
                        payment.disputes()));
    }

    /** Adds a dispute of a payment, or puts it in another state. */
    public void dispute(String paymentId, Dispute dispute) {
        disputed.add(paymentId, now);
        change(
                paymentId,
                payment -> new Payment(
                        payment.id(),
                        payment.mode(),
                        payment.chargedMinor(),
                        payment.currency(),
                        payment.refunds(),
                        replacing(payment.disputes(), dispute, Dispute::id)));
    }

    private void change(String paymentId, UnaryOperator<Payment> change) {
        Payment payment = Objects.requireNonNull(
                payments.computeIfPresent(paymentId, (id, known) -> change.apply(known)), "no such payment");
        boolean reversed = payment.refunds().stream().anyMatch(refund -> refund.status() == Refund.Status.SUCCEEDED)
                || !payment.disputes().isEmpty();
        sessionPaidBy(paymentId)
                .ifPresent(paid -> move(paid.id(), session -> ScriptedSessions.reversed(session, reversed)));
    }

    private static <T> List<T> replacing(List<T> list, T changed, Function<T, String> id) {
        return Stream.concat(
                        list.stream().filter(each -> !id.apply(each).equals(id.apply(changed))), Stream.of(changed))
                .toList();
    }

    /** Runs before a session is read, or looked for by its payment. */
    public void beforeSessionRead(Consumer<String> action) {
        this.beforeSessionRead = action;
    }

    /** Runs before the state of a payment is read. */
    public void beforePaymentRead(Consumer<String> action) {
        this.beforePaymentRead = action;
    }

    /** Runs after the state of a payment was read and before the reader hears of it. */
    public void afterPaymentRead(Consumer<String> action) {
        this.afterPaymentRead = action;
    }

    /** Runs after money was given back and before whoever asked for it hears of it. */
    public void afterRefund(Runnable action) {
        this.afterRefund = action;
    }

    /** From now on the provider does not know this session when asked; its events still carry it. */
    public void forgetOnRead(String sessionId) {
        forgotten.add(sessionId);
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
}
