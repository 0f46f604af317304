package io.tokeneconomy.payment.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.ListedSession;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.RefundRequest;
import io.tokeneconomy.payment.SavedCard;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.payment.SubscriptionGateway;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stripe Checkout, over Stripe's own Java library. Thread-safe; one instance serves an application. Nothing static in
 * Stripe's library is set, so that other users of it in the same process are not disturbed.
 *
 * <pre>{@code
 * PaymentGateway stripe = StripeGateway.of(System.getenv("STRIPE_SECRET_KEY"), System.getenv("STRIPE_WEBHOOK_SECRET"));
 * }</pre>
 *
 * <p><b>Key.</b> A secret key, or a restricted key with the permissions Customers: write, Checkout Sessions: write,
 * PaymentIntents: read (write where saved cards are charged), Charges and Refunds: write (read where nothing is
 * refunded from here), Disputes: read. A permission that is missing is named by the {@link
 * io.tokeneconomy.payment.PaymentException}, as far as Stripe names it. The key decides the {@link #mode()}.
 *
 * <p><b>Webhook endpoint.</b> Best made by {@link StripeProvisioning}, in the version {@link #API_VERSION}; events of
 * any other version are read as well. Events to subscribe: {@code checkout.session.completed}, {@code
 * checkout.session.async_payment_succeeded}, {@code checkout.session.async_payment_failed}, {@code
 * checkout.session.expired}, {@code charge.refunded}, {@code refund.created}, {@code refund.updated}, {@code
 * refund.failed}, {@code charge.dispute.created}, {@code charge.dispute.updated}, {@code charge.dispute.closed}, {@code
 * charge.dispute.funds_withdrawn}, {@code charge.dispute.funds_reinstated}, {@code customer.deleted}; for saved cards
 * {@code payment_intent.succeeded} and {@code payment_intent.payment_failed}, with plans {@code invoice.paid} too. Snapshot
 * events only; thin ones come out as {@link PaymentEvent.Other}.
 *
 * <p><b>Time.</b> A read takes about 5 seconds at most, all its requests and retries included, since Stripe waits for
 * the webhook that asks for it (<a
 * href="https://docs.stripe.com/checkout/fulfillment">docs.stripe.com/checkout/fulfillment</a>). A session takes one
 * request, looking for the session of a payment two, of a charge three, and a payment three: itself, its refunds, its
 * disputes, and one more for each further hundred of them.
 * Creating waits, by default, 3 seconds to connect and 10 for an answer, and retries twice.
 *
 * <p><b>Telemetry.</b> Stripe's library reports request latencies, operating system and Java version to Stripe and
 * keeps a file {@code telemetry_id} under the user's configuration folder. The switch, {@code
 * Stripe.enableTelemetry}, is global and therefore the host's to turn.
 */
public final class StripeGateway implements PaymentGateway, SavedCardPayments {

    /** The API version of everything that is asked for: {@value}. */
    public static final String API_VERSION = Stripe.API_VERSION;

    /** The largest webhook body that is looked at, in bytes; Stripe's are a fraction of it. */
    public static final int MAX_PAYLOAD_BYTES = 2 * 1024 * 1024;

    private static final int CUSTOMER_ATTEMPTS = 2;

    private final PaymentMode mode;
    private final String application;
    private final StripeClient client;
    private final StripeCalls calls;
    private final SignatureVerifier signatures;
    private final EventReader events = new EventReader();

    StripeGateway(
            PaymentMode mode,
            String application,
            StripeClient client,
            StripeCalls calls,
            SignatureVerifier signatures) {
        this.mode = mode;
        this.application = application;
        this.client = client;
        this.calls = calls;
        this.signatures = signatures;
    }

    /**
     * {@return a gateway with the defaults}
     *
     * @param secretKey {@code sk_test_…}, {@code rk_test_…}, {@code sk_live_…} or {@code rk_live_…}
     * @param webhookSecrets the {@code whsec_…} of each webhook endpoint; each text may hold several, comma-separated
     * @throws InvalidValueException when a key or secret does not look like one, or a live key meets the published
     *     webhook secret of the sandbox
     */
    public static StripeGateway of(String secretKey, String... webhookSecrets) {
        return builder().secretKey(secretKey).webhookSecrets(webhookSecrets).build();
    }

    /** {@return a builder; key and webhook secrets must be set} */
    public static StripeGatewayBuilder builder() {
        return new StripeGatewayBuilder();
    }

    @Override
    public PaymentMode mode() {
        return mode;
    }

    /** {@return the name set at the builder, {@code token-economy} by default} */
    @Override
    public String application() {
        return application;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Stripe remembers the request for a day at least; later the same call makes another customer.
     *
     * @throws InvalidValueException when the customer is of the other mode
     */
    @Override
    public String createCustomer(CustomerKey customer, @Nullable String replaces) {
        return createCustomer(customer, replaces, null);
    }

    @Override
    public String createCustomer(CustomerKey customer, @Nullable String replaces, @Nullable String email) {
        checkMode("customer mode", customer.mode());
        Checks.optionalText("replaces", replaces, 255);
        for (int attempt = 1; ; attempt++) {
            try {
                return createCustomer(customer, replaces, email, attempt);
            } catch (StripeTrouble e) {
                // without another key, a single fault at Stripe would keep the buyer out for a day
                if (attempt == CUSTOMER_ATTEMPTS || !e.savedByStripe()) {
                    throw e;
                }
            }
        }
    }

    private String createCustomer(
            CustomerKey customer, @Nullable String replaces, @Nullable String email, int attempt) {
        CustomerCreateParams.Builder given = CustomerCreateParams.builder()
                .putMetadata("user_id", customer.account().value())
                .putMetadata("te_app", application);
        CustomerCreateParams params = (email == null ? given : given.setEmail(email)).build();
        String key = IdempotencyKeys.customer(application, customer, replaces, email, attempt);
        return calls.create(
                "creating the customer",
                key,
                options -> Objects.requireNonNull(
                        client.v1().customers().create(params, options).getId(), "the customer has no id"));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A request for the same order, customer and options must be equal in everything else too, {@code expiresAt}
     * included, or Stripe refuses it within a day. Stripe wants {@code expiresAt} 30 minutes to 24 hours from now (<a
     * href="https://docs.stripe.com/api/checkout/sessions/create">API reference</a>).
     *
     * @throws InvalidValueException when the order is of the other mode, or a metadata key has brackets
     */
    @Override
    public CheckoutSession createSession(CheckoutRequest request) {
        checkMode("order mode", request.order().mode());
        SessionCreateParams params = SessionRequests.params(request);
        String key = IdempotencyKeys.session(request.order().id(), request.customerId(), request.options());
        return calls.create("opening the checkout of " + request.order().id(), key, options -> {
            Session session = client.v1().checkout().sessions().create(params, options);
            return Sessions.read(session);
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>Stripe is asked for ids of the form {@code cs_} or, for payments without a checkout, {@code pi_} and 1 to
     * 180 letters, digits and {@code _} only; the ledger's key of a purchase holds the id and ends at 200 characters.
     */
    @Override
    public Optional<CheckoutSession> session(String sessionId) {
        if (Payments.isIntent(sessionId)) {
            return known("reading the payment", reads -> ChargedPayments.read(reads.intent(sessionId)));
        }
        if (!Sessions.isId(sessionId)) {
            return Optional.empty();
        }
        return known("reading the checkout session", reads -> Sessions.read(reads.session(sessionId)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Ids of payment intents and of charges are understood; a charge costs a request more, and so does a payment without a
     * checkout.
     */
    @Override
    public Optional<CheckoutSession> sessionPaidBy(String paymentId) {
        if (!Payments.isIntent(paymentId) && !Payments.isCharge(paymentId)) {
            return Optional.empty();
        }
        return known("looking for the checkout of a payment", reads -> reads.sessionOrIntentOf(paymentId))
                .flatMap(this::session);
    }

    @Override
    public Optional<Payment> payment(String paymentId) {
        return Payments.isIntent(paymentId)
                ? known("reading the payment", reads -> reads.payment(paymentId))
                : Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes one request, and a second one where there is an invoice, for which the key needs Invoices: read.
     */
    @Override
    public Optional<String> receiptUrl(String saleId) {
        return Receipts.isSale(saleId)
                ? known("reading the receipt", reads -> Receipts.url(reads, saleId))
                : Optional.empty();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Stripe remembers the key for a day at least; later the same call would refund again.
     */
    @Override
    public Refund refund(RefundRequest request) {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(request.paymentId())
                .setAmount(request.amountMinor())
                .putAllMetadata(request.metadata())
                .build();
        String key = IdempotencyKeys.refund(request.paymentId(), request.key());
        return calls.create(
                "refunding " + request.paymentId(),
                key,
                options -> Payments.read(client.v1().refunds().create(params, options)));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Waits as long for an answer as creating does: a full page is the slowest thing that is asked for.
     */
    @Override
    public WindowPage<ListedSession> sessions(WindowQuery query) {
        return calls.list("listing checkout sessions", options -> new StripeWindows(client, options).sessions(query));
    }

    @Override
    public WindowPage<String> refundedPayments(WindowQuery query) {
        return calls.list("listing refunds", options -> new StripeWindows(client, options).refundedPayments(query));
    }

    @Override
    public WindowPage<String> disputedPayments(WindowQuery query) {
        return calls.list("listing disputes", options -> new StripeWindows(client, options).disputedPayments(query));
    }

    @Override
    public List<SavedCard> savedCards(String customerId) {
        return known("reading the saved cards", reads -> reads.savedCards(customerId))
                .orElse(List.of());
    }

    /**
     * {@inheritDoc}
     *
     * <p>A PaymentIntent with {@code off_session} and {@code confirm}
     * (<a href="https://docs.stripe.com/payments/save-and-reuse">docs.stripe.com/payments/save-and-reuse</a>).
     *
     * @throws InvalidValueException when the order is of the other mode
     */
    @Override
    public CardCharge charge(ChargeRequest request) {
        checkMode("order mode", request.order().mode());
        return calls.create(
                "charging the card for " + request.order().id(),
                IdempotencyKeys.charge(request),
                options -> new SavedCards(client, options).charge(request));
    }

    @Override
    public Optional<CardCharge> charged(ChargeRequest request, Instant since) {
        return known("looking for the charge of " + request.order().id(), reads -> reads.charged(request, since));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Stripe lists them among the payments of checkouts.
     */
    @Override
    public WindowPage<CheckoutSession> charges(WindowQuery query) {
        return calls.list("listing payments", options -> new StripeWindows(client, options).charges(query));
    }

    /** {@return Stripe's subscriptions} Beyond the permissions above they need Subscriptions and Invoices: read. */
    @Override
    public Optional<SubscriptionGateway> subscriptions() {
        return Optional.of(new StripeSubscriptions(client, calls));
    }

    /** Empty when Stripe does not know what is asked for. */
    private <T> Optional<T> known(String what, StripeReads.Read<T> read) {
        try {
            return calls.readMany(what, options -> Optional.ofNullable(read.from(new StripeReads(client, options))));
        } catch (StripeTrouble e) {
            if (e.unknownId()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The time of the signature must be within the tolerance, past and future, and the body within
     * {@value #MAX_PAYLOAD_BYTES} bytes.
     */
    @Override
    public PaymentEvent verify(byte[] payload, @Nullable String signatureHeader) {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new InvalidSignatureException("a body over " + MAX_PAYLOAD_BYTES + " bytes");
        }
        signatures.verify(payload, signatureHeader);
        return events.read(payload);
    }

    /** Does nothing: connections belong to the Java platform. */
    @Override
    public void close() {}

    private void checkMode(String field, PaymentMode given) {
        if (given != mode) {
            throw new InvalidValueException(field, given, mode + ", the mode of the key");
        }
    }

    @Override
    public String toString() {
        return "StripeGateway[" + mode + ", keys hidden]";
    }
}
