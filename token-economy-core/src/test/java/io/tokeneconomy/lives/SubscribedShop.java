package io.tokeneconomy.lives;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.PriceCreateParams;
import com.stripe.service.V1Services;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shop with plans, told over HTTP, whose clock is the sandbox's: basic, 500 tokens for 9.99 a month, plus, 2,000 for
 * 29.97. Alice has bought 110 tokens, and the first period begins on the first of March.
 */
final class SubscribedShop implements AutoCloseable {

    static final AccountId ALICE = AccountId.of("alice");
    static final String CARD = "4242424242424242";

    private static final Instant START = Instant.parse("2027-03-01T12:00:00Z");
    private static final int PAGE = 100;

    final StripeSandbox sandbox = StripeSandbox.builder()
            .time(InstantSource.fixed(START))
            .retryDelays(List.of(Duration.ofMillis(20)))
            .start();
    final V1Services stripe = StripeClient.builder()
            .setApiKey(sandbox.apiKey())
            .setApiBase(sandbox.apiBase().toString())
            .build()
            .v1();
    final String plus;
    final TokenEconomy economy;

    private final HttpServer server;
    private String subscription = "";

    SubscribedShop(Leftover leftover) throws IOException, StripeException {
        plus = price(2_997);
        Catalog.Builder catalog = Catalog.builder()
                .add(plan("basic", 500, 999).withPriceId(price(999)).withLeftover(leftover))
                .add(plan("plus", 2_000, 2_997).withPriceId(plus).withLeftover(leftover));
        Catalog.standard().packages().forEach(catalog::add);
        economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .catalog(catalog.build())
                .payments(StripeGateway.builder()
                        .secretKey(sandbox.apiKey())
                        .webhookSecrets(sandbox.webhookSecret())
                        .apiBase(sandbox.apiBase())
                        .time(sandbox.clock())
                        .build())
                .baseUrl(URI.create("http://localhost:8080"))
                .time(sandbox.clock())
                .build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::receive);
        server.start();
        sandbox.webhook(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), sandbox.webhookSecret());
        String session = economy.checkout().start(ALICE, "popular").id();
        sandbox.pay(session, CARD);
        settle();
    }

    private static SubscriptionPlan plan(String id, long tokens, long price) {
        return SubscriptionPlan.monthly(id, id, tokens, Money.of(price, "usd"));
    }

    private String price(long amount) throws StripeException {
        return stripe.prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("usd")
                        .setUnitAmount(amount)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(PriceCreateParams.Recurring.Interval.MONTH)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Tokens each month")
                                .build())
                        .build())
                .getId();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(
                    status(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")), -1);
        }
    }

    private int status(byte[] body, String signature) {
        try {
            economy.webhooks().receive(body, signature);
            return 200;
        } catch (TokenEconomyException e) {
            return 503;
        }
    }

    /** Alice begins the basic plan. */
    SubscribedShop subscribe() throws StripeException {
        String session = economy.checkout().subscribe(ALICE, "basic").id();
        sandbox.pay(session, CARD);
        subscription = stripe.checkout().sessions().retrieve(session).getSubscription();
        return settle();
    }

    String subscription() {
        return subscription;
    }

    String customer() throws StripeException {
        return stripe.subscriptions().retrieve(subscription).getCustomer();
    }

    SubscribedShop settle() {
        if (!sandbox.webhooks().await(Duration.ofSeconds(30))) {
            throw new AssertionError("events still wait");
        }
        return this;
    }

    /** Lets days pass for Stripe and the shop, and everything be told. */
    SubscribedShop pass(int days) {
        sandbox.clock().advance(Duration.ofDays(days));
        return settle();
    }

    /** Compares the last weeks with Stripe, and repairs what nobody was told of. */
    Report reconcile() {
        return reconcile(31);
    }

    Report reconcile(int days) {
        return economy.reconciliation()
                .repair(Window.before(sandbox.clock().instant().plusSeconds(1), Duration.ofDays(days))
                        .perSecond(Window.MAX_PER_SECOND));
    }

    void spend(String key, long tokens) {
        economy.ledger().spend(ALICE, tokens, IdempotencyKey.of(key)).orElseThrow();
    }

    long tokens() {
        return economy.ledger().balance(ALICE).available();
    }

    List<LedgerEntry> entries() {
        return economy.ledger().statement(ALICE, PAGE, null).entries();
    }

    /** The invoices that the ledger credited, each as often as it did. */
    List<String> credited() {
        return entries().stream()
                .flatMap(entry -> Stream.ofNullable(entry.purchase()))
                .map(PurchaseDetails::sessionId)
                .filter(id -> id.startsWith("in_"))
                .toList();
    }

    /** The invoices in Stripe's books, newest first. */
    List<Invoice> invoices() throws StripeException {
        return stripe.invoices()
                .list(InvoiceListParams.builder().setLimit((long) PAGE).build())
                .getData();
    }

    List<String> paidInvoices() throws StripeException {
        return invoices().stream()
                .filter(invoice -> "paid".equals(invoice.getStatus()))
                .map(Invoice::getId)
                .toList();
    }

    @Override
    public void close() {
        sandbox.close();
        server.stop(0);
        economy.close();
    }
}
