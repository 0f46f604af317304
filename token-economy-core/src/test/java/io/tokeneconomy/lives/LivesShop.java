package io.tokeneconomy.lives;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** A shop behind an HTTP endpoint for webhooks, which may be stopped and started again over the same file. */
final class LivesShop implements AutoCloseable {

    private static final int THREADS = 8;

    private final StripeSandbox sandbox;
    private final Path file;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ReadWriteLock running = new ReentrantReadWriteLock();
    private TokenEconomy economy;

    LivesShop(StripeSandbox sandbox, Path file) {
        this.sandbox = sandbox;
        this.file = file;
        this.economy = open();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/webhook", this::handle);
        server.start();
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
    }

    private TokenEconomy open() {
        return TokenEconomy.builder()
                .store(JdbcLedgerStore.sqlite(file))
                .payments(StripeGateway.builder()
                        .secretKey(StripeSandbox.API_KEY)
                        .webhookSecrets(StripeSandbox.DEFAULT_WEBHOOK_SECRET)
                        .apiBase(sandbox.apiBase())
                        .build())
                .baseUrl(URI.create("http://localhost:8080"))
                .build();
    }

    /** Does something with the shop while it is not being restarted. */
    <T> T with(Function<TokenEconomy, T> work) {
        running.readLock().lock();
        try {
            return work.apply(economy);
        } finally {
            running.readLock().unlock();
        }
    }

    /** Stops, and starts again with nothing but the file. */
    void restart() {
        running.writeLock().lock();
        try {
            economy.close();
            economy = open();
        } finally {
            running.writeLock().unlock();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
        exchange.sendResponseHeaders(with(open -> answer(open, body, signature)), -1);
        exchange.close();
    }

    private static int answer(TokenEconomy economy, byte[] body, String signature) {
        try {
            economy.webhooks().receive(body, signature);
            return 200;
        } catch (PaymentException e) {
            return e.retryable() ? 503 : 400;
        } catch (TokenEconomyException e) {
            return 503;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        economy.close();
    }
}
