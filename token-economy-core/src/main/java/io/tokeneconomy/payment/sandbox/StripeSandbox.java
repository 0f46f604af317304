package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder.Settings;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local, stateful stand-in for the part of Stripe's API that selling tokens needs: customers, products, prices,
 * Checkout Sessions with a hosted page, subscriptions and their invoices, PaymentIntents, charges, refunds, disputes,
 * events and signed webhooks. stripe-java talks to it over HTTP when its API base is {@link #apiBase()} and its key {@link #API_KEY}.
 * Shapes are those of API version 2026-07-29.dahlia. What happens outside of the API, a test decides: {@link #pay},
 * {@link #settle}, {@link #clock()}, {@link #refunds()}, {@link #disputes()}, {@link #webhooks()}.
 *
 * <p>No money moves. It listens on 127.0.0.1 only, answers 403 to requests whose Host is not 127.0.0.1, localhost or
 * [::1], and does not start beside a live key.
 *
 * <p>In your own tests it plays Stripe, and the buyer's part too; in memory, on a free port, nothing to install:
 *
 * <pre>{@code
 * try (StripeSandbox sandbox = StripeSandbox.builder().start();
 *         TokenEconomy economy = TokenEconomy.builder()
 *                 .store(MemoryLedgerStore.create())
 *                 .payments(StripeGateway.builder().secretKey(sandbox.apiKey()).apiBase(sandbox.apiBase())
 *                         .webhookSecrets(sandbox.webhookSecret()).build())
 *                 .baseUrl(URI.create("http://localhost:8080"))
 *                 .build()) {
 *     String session = economy.checkout().start(alice, "popular").id();
 *     sandbox.pay(session, "4242424242424242");             // 4000000000000002 is declined, pay_later comes later
 *     economy.checkout().confirm(alice, session);           // or sandbox.webhook(yourEndpoint, secret) beforehand
 *     assertThat(economy.ledger().balance(alice).available()).isEqualTo(110);
 * }
 * }</pre>
 *
 * <p>It keeps at most 20,000 sessions with their payments, refunds and disputes, and 20,000 events (the oldest
 * finished ones make room), 10,000 answers for idempotency keys, each for 24 hours, and 100,000 customers, products,
 * prices, coupons, promotion codes, subscriptions and invoices each. A request body is at most 1 MiB.
 *
 * <p>Thread-safe. Each request and each call is atomic, and in the journal, if there is one, when it returns.
 */
public final class StripeSandbox implements AutoCloseable {

    /** The only key that is accepted. */
    public static final String API_KEY = "sk_test_sandbox";

    /** What {@link #webhookSecret()} answers while no webhook is set. */
    public static final String DEFAULT_WEBHOOK_SECRET = "whsec_sandbox";

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);

    private final SandboxParts parts;

    private StripeSandbox(SandboxParts parts) {
        this.parts = parts;
    }

    /** {@return a builder whose defaults start a sandbox in memory on any free port} */
    public static StripeSandboxBuilder builder() {
        return new StripeSandboxBuilder();
    }

    static StripeSandbox start(Settings settings) {
        StripeSandbox sandbox = new StripeSandbox(SandboxParts.start(settings));
        LOG.warn("🧪 Stripe sandbox on {}: no real money moves here, test cards only", sandbox.apiBase());
        return sandbox;
    }

    /** {@return the address to give to stripe-java as its API base, such as {@code http://127.0.0.1:12111}} */
    public URI apiBase() {
        return parts.server().base();
    }

    /**
     * {@return the address of a script that stands in for Stripe.js in a page that embeds the payment} It knows {@code
     * Stripe(key).createEmbeddedCheckoutPage({clientSecret, fetchClientSecret, onComplete})} with {@code mount}, {@code
     * unmount} and {@code destroy}; the key may be anything.
     */
    public URI script() {
        return apiBase().resolve(StripeScript.PATH);
    }

    /** {@return the key to give to stripe-java: {@link #API_KEY}} */
    public String apiKey() {
        return API_KEY;
    }

    /** {@return the secret that signs the events, or {@link #DEFAULT_WEBHOOK_SECRET} while no webhook is set} */
    public String webhookSecret() {
        return parts.mail()
                .endpoints()
                .get(Endpoints.FIRST)
                .map(endpoint -> endpoint.target().secret())
                .orElse(DEFAULT_WEBHOOK_SECRET);
    }

    /**
     * Sets or moves the webhook. Events that were emitted while there was none are sent now.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the address is not absolute http(s) or has a user
     *     name or password, or the secret is blank or padded
     */
    public void webhook(URI uri, String secret) {
        parts.mail().webhook(new WebhookTarget(uri, secret));
    }

    /**
     * Pays a session as the hosted page's button does, and waits up to 10 seconds for the webhook's first answer.
     *
     * @param card a number of Stripe's test cards or IBANs, or {@code pay_later} or {@code pay_later_fails}
     * @throws SandboxException when there is no such session
     */
    public PayResult pay(String sessionId, String card) {
        return pay(sessionId, PayOptions.card(card));
    }

    /**
     * Pays a session as a buyer who changes something on the page, or with what Stripe adds there.
     *
     * @throws SandboxException when there is no such session, or the session does not allow what the buyer does
     */
    public PayResult pay(String sessionId, PayOptions options) {
        return SandboxException.refusing(() -> parts.cashier().pay(sessionId, options));
    }

    /**
     * Takes money that was only reserved.
     *
     * @param payment the id of a Checkout Session, a PaymentIntent or a charge
     * @throws SandboxException when there is no such payment, or its money is not reserved
     */
    public void capture(String payment) {
        SandboxException.refusing(() -> parts.cashier().capture(payment));
    }

    /**
     * Gives up money that was only reserved: the PaymentIntent is canceled.
     *
     * @param payment the id of a Checkout Session, a PaymentIntent or a charge
     * @throws SandboxException when there is no such payment, or its money is not reserved
     */
    public void release(String payment) {
        SandboxException.refusing(() -> parts.cashier().release(payment));
    }

    /**
     * Ends a pay-later payment now.
     *
     * @param success whether the money arrives
     * @throws SandboxException when there is no such session, or it does not wait for a pay-later payment
     */
    public void settle(String sessionId, boolean success) {
        require(
                SandboxException.refusing(() -> parts.cashier().settle(sessionId, success)),
                sessionId,
                "waits for no payment");
    }

    /**
     * Expires an open session now.
     *
     * @throws SandboxException when there is no such session, or it is not open
     */
    public void expire(String sessionId) {
        require(SandboxException.refusing(() -> parts.cashier().expire(sessionId)), sessionId, "is not open");
    }

    /**
     * Takes an expired session up again, as a buyer does who opens its recovery address.
     *
     * @return the id of the new session
     * @throws SandboxException when there is no such session, or it was made without recovery, is not expired, or has
     *     been for more than 30 days
     */
    public String recover(String sessionId) {
        return parts.cashier()
                .recover(sessionId)
                .map(copy -> Json.requiredString(copy, "id"))
                .orElseThrow(
                        () -> new SandboxException("Session " + sessionId + " cannot be taken up again", false, null));
    }

    /**
     * Sends an event again, once, with a fresh signature, and waits for the answer.
     *
     * @throws SandboxException when there is no such event, no webhook is set, or the thread is interrupted
     */
    public WebhookAttempt redeliver(String eventId) {
        try {
            return parts.mail().deliveries().redeliver(eventId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while event " + eventId + " was sent", true, e);
        }
    }

    /** {@return what makes refunds in the Dashboard and decides how refunds go} */
    public SandboxRefunds refunds() {
        return parts.refunds();
    }

    /** {@return the sandbox's time, which can be advanced} */
    public SandboxClock clock() {
        return parts.clock();
    }

    /** {@return what becomes of saved cards} */
    public SandboxCards cards() {
        return new SandboxCards(parts.state());
    }

    /** {@return what opens disputes and decides how they end} */
    public SandboxDisputes disputes() {
        return parts.disputes();
    }

    /** {@return what makes deliveries fail and adds a second endpoint} */
    public SandboxWebhooks webhooks() {
        return new SandboxWebhooks(parts.mail().deliveries());
    }

    /** {@return the events emitted so far, oldest first; with a second endpoint, those for it too} */
    public List<EmittedEvent> events() {
        return parts.state()
                .step(tx -> tx.oldestFirst(Kind.EVENT)
                        .map(event -> new EmittedEvent(
                                Json.requiredString(event, "id"),
                                Json.requiredString(event, "type"),
                                Json.requiredString(subject(event), "id"),
                                Events.isDelivered(tx, event)))
                        .toList());
    }

    private static JsonObject subject(JsonObject event) {
        return event.getAsJsonObject("data").getAsJsonObject("object");
    }

    /** Stops listening and sending. With a journal, what is undelivered is sent after the next start. */
    @Override
    public void close() {
        parts.close();
    }

    private static void require(boolean done, String sessionId, String otherwise) {
        if (!done) {
            throw new SandboxException("Session " + sessionId + " " + otherwise, false, null);
        }
    }
}
