package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.service.V1Services;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A whole shop whose Stripe is the sandbox: it asks over HTTP and is told over HTTP. */
final class SandboxShop implements AutoCloseable {

    static final AccountId ALICE = AccountId.of("alice");

    private static final String SECRET = "whsec_test_0123456789";

    private final StripeSandbox sandbox = StripeSandbox.builder().start();
    private final HttpServer endpoint;
    private final StripeGateway gateway;
    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final TokenEconomy economy;

    SandboxShop(CheckoutOptions options, UnaryOperator<TokenEconomyBuilder> more) {
        gateway = StripeGateway.builder()
                .secretKey(sandbox.apiKey())
                .webhookSecrets(SECRET)
                .apiBase(sandbox.apiBase())
                .build();
        CheckoutSettings settings =
                CheckoutSettings.at(URI.create("http://localhost:8080")).withOptions(options);
        economy = more.apply(
                        TokenEconomy.builder().store(store).payments(gateway).checkout(settings))
                .build();
        endpoint = listen();
        sandbox.webhook(URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/hook"), SECRET);
    }

    private HttpServer listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", this::receive);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            return 500;
        }
    }

    /** The same shop with another catalog. */
    TokenEconomy selling(Catalog catalog) {
        return TokenEconomy.builder()
                .store(store)
                .payments(gateway)
                .baseUrl(URI.create("http://localhost:8080"))
                .catalog(catalog)
                .build();
    }

    StripeSandbox sandbox() {
        return sandbox;
    }

    TokenEconomy economy() {
        return economy;
    }

    V1Services stripe() {
        return StripeClient.builder()
                .setApiKey(sandbox.apiKey())
                .setApiBase(sandbox.apiBase().toString())
                .build()
                .v1();
    }

    CheckoutSession read(String session) {
        return gateway.session(session).orElseThrow();
    }

    /** Makes a promotion code. */
    void code(String code, int percentOff) throws StripeException {
        String coupon = stripe().coupons()
                .create(CouponCreateParams.builder()
                        .setPercentOff(BigDecimal.valueOf(percentOff))
                        .build())
                .getId();
        stripe().promotionCodes()
                .create(PromotionCodeCreateParams.builder()
                        .setCode(code)
                        .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                                .setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                                .setCoupon(coupon)
                                .build())
                        .build());
    }

    /** Alice begins to buy the popular package, 110 tokens for 9.99; the session's id. */
    String begin() {
        return economy.checkout().start(ALICE, "popular").id();
    }

    long balance() {
        return economy.ledger().balance(ALICE).available();
    }

    Order newestOrder() {
        return economy.orders().list(OrderQuery.newest(1)).items().get(0);
    }

    /** Refunds in the Dashboard, and waits until the shop was told. */
    void refund(String session, long amountMinor) {
        sandbox.refunds().make(session, amountMinor);
        awaitDeliveries();
    }

    void awaitDeliveries() {
        if (!sandbox.webhooks().await(Duration.ofMinutes(1))) {
            throw new AssertionError("not everything was delivered");
        }
    }

    @Override
    public void close() {
        sandbox.close();
        endpoint.stop(0);
        economy.close();
    }
}
