package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.reconcile.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Stripe that takes every request and answers none: whoever needs it waits, nobody else does. On SQLite, where a
 * transaction that stayed open would hold up every other one.
 */
class SilentStripeTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final int WAITING = 4;
    private static final int SPENDS = 50;

    @TempDir
    Path folder;

    private final CountDownLatch asked = new CountDownLatch(WAITING);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer stripe;
    private TokenEconomy economy;

    @BeforeEach
    void open() throws IOException {
        stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stripe.setExecutor(threads);
        stripe.createContext("/", exchange -> {
            asked.countDown();
            try (exchange) {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        stripe.start();
        economy = TokenEconomy.builder()
                .store(JdbcLedgerStore.sqlite(folder.resolve("ledger.db")))
                .payments(StripeGateway.builder()
                        .secretKey("sk_test_sandbox")
                        .webhookSecrets(Signing.SECRET)
                        .apiBase(URI.create(
                                "http://127.0.0.1:" + stripe.getAddress().getPort()))
                        .readTimeout(Duration.ofSeconds(60))
                        .maxNetworkRetries(0)
                        .build())
                .baseUrl(URI.create("http://localhost:8080"))
                .build();
    }

    @AfterEach
    void close() {
        over.countDown();
        stripe.stop(0);
        threads.shutdownNow();
        economy.close();
    }

    @Test
    void balancesSpendsAndHistoriesWaitForNobodyWhoWaitsForStripe() throws Exception {
        economy.ledger()
                .apply(Grant.of(ALICE, SPENDS, IdempotencyKey.of("grant")))
                .orElseThrow();
        List<Future<Object>> waiting = List.of(
                threads.submit(call(() -> economy.checkout().start(ALICE, "popular"))),
                threads.submit(call(() -> economy.checkout().confirm(ALICE, "cs_test_1"))),
                threads.submit(call(this::webhook)),
                threads.submit(
                        call(() -> economy.reconciliation().repair(Window.before(Instant.now(), Duration.ofDays(1))))));
        assertThat(asked.await(1, TimeUnit.MINUTES))
                .as("all of them ask Stripe")
                .isTrue();

        for (int spent = 1; spent <= SPENDS; spent++) {
            economy.ledger()
                    .spend(ALICE, 1, IdempotencyKey.of("spend-" + spent))
                    .orElseThrow();
            assertThat(economy.ledger().balance(ALICE).available()).isEqualTo(SPENDS - spent);
        }

        assertThat(economy.ledger().statement(ALICE, 100, null).entries()).hasSize(1 + SPENDS);
        assertThat(waiting.get(0).isDone()).as("the checkout still waits").isFalse();
        over.countDown();
        assertThatThrownBy(() -> waiting.get(0).get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(PaymentException.class);
        assertThat(economy.ledger().balance(ALICE).available()).isZero();
    }

    private Object webhook() {
        byte[] event = Signing.utf8("{\"id\":\"evt_1\",\"object\":\"event\",\"livemode\":false,"
                + "\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"id\":\"cs_test_2\","
                + "\"object\":\"checkout.session\"}}}");
        return economy.webhooks()
                .receive(
                        event,
                        Signing.header(event, Signing.SECRET, Instant.now().getEpochSecond()));
    }

    private static Callable<Object> call(Callable<Object> call) {
        return call;
    }
}
