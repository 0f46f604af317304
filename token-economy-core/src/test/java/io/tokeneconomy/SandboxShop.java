package io.tokeneconomy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.MalformedEventException;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.payment.sandbox.PayOptions;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.webhook.WebhookResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A shop as a host would have it, on the sandbox: real requests, and signed webhooks over HTTP. Buys 110 tokens for 9.99. */
public final class SandboxShop implements AutoCloseable {

    public static final String CARD = "4242424242424242";
    public static final String SECOND_SECRET = "whsec_second";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    public final StripeSandbox sandbox;
    public final StripeGateway gateway;
    public final TokenEconomy economy;
    public final List<WebhookResult> heard = new CopyOnWriteArrayList<>();

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public SandboxShop() throws IOException {
        this(builder -> builder);
    }

    public SandboxShop(UnaryOperator<TokenEconomyBuilder> more) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        sandbox = StripeSandbox.builder()
                .webhook(hook(), StripeSandbox.DEFAULT_WEBHOOK_SECRET)
                .time(this::now)
                .start();
        gateway = StripeGateway.builder()
                .secretKey(sandbox.apiKey())
                .apiBase(sandbox.apiBase())
                .webhookSecrets(sandbox.webhookSecret(), SECOND_SECRET)
                .time(this::now)
                .build();
        economy = more.apply(TokenEconomy.builder()
                        .store(MemoryLedgerStore.create())
                        .payments(gateway)
                        .baseUrl(URI.create("http://localhost:8080"))
                        .time(this::now))
                .build();
        server.createContext("/hook", this::receive);
        server.start();
    }

    public URI hook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    public Instant now() {
        return Instant.now().plus(later.get());
    }

    /** Lets time pass, for the shop and for Stripe. */
    public void pass(Duration time) {
        later.updateAndGet(time::plus);
    }

    /** Alice buys; the event arrives before this returns. */
    public String bought() {
        return bought(PayOptions.card(CARD));
    }

    public String bought(PayOptions options) {
        String session = economy.checkout().start(Shop.ALICE, "popular").id();
        sandbox.pay(session, options);
        return session;
    }

    /** Alice buys, and the shop does not hear of it. */
    public String boughtUnheard() {
        sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        String session = bought();
        settle();
        sandbox.webhooks().faults(DeliveryFaults.NONE);
        return session;
    }

    /** Stripe's payment of a session. */
    public String payment(String session) {
        return Objects.requireNonNull(
                gateway.session(session).orElseThrow().refs().paymentIntentId());
    }

    /** The order of the only session. */
    public Order order() {
        List<Order> orders = economy.orders().list(OrderQuery.newest(2)).items();
        if (orders.size() != 1) {
            throw new AssertionError("one order expected: " + orders);
        }
        return orders.get(0);
    }

    /** Waits until everything that Stripe had to tell is told. */
    public SandboxShop settle() {
        if (!sandbox.webhooks().await(LONGEST)) {
            throw new AssertionError("events still wait after " + LONGEST);
        }
        return this;
    }

    /** Has Stripe send every event of a type once more. */
    public void again(String type) {
        sandbox.events().stream()
                .filter(event -> event.type().equals(type))
                .toList()
                .forEach(event -> sandbox.redeliver(event.id()));
    }

    /** Alice's tokens, after everything is told. */
    public long tokens() {
        return balance().available();
    }

    public Balance balance() {
        return settle().economy.ledger().balance(Shop.ALICE);
    }

    /** What came of the events, in the order in which they came. */
    public List<WebhookResult.Outcome> outcomes(String type) {
        return settle().heard.stream()
                .filter(result -> result.eventType().equals(type))
                .map(WebhookResult::outcome)
                .toList();
    }

    public void spend(long tokens) {
        economy.ledger().spend(Shop.ALICE, tokens, IdempotencyKey.of("spend")).orElseThrow();
    }

    public OrderId orderId() {
        return order().id();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            heard.add(economy.webhooks()
                    .receive(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            return 200;
        } catch (InvalidSignatureException | MalformedEventException e) {
            return 400;
        } catch (RuntimeException e) {
            return 500;
        }
    }

    @Override
    public void close() {
        economy.close();
        sandbox.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
