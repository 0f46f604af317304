package io.tokeneconomy.spring.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a scrape finds: it never waits, so the number is that of the scrape before. */
class GaugesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final TokenEconomy economy = TokenEconomy.builder()
            .store(store)
            .payments(StripeGateway.of("sk_test_gauges", "whsec_gauges"))
            .baseUrl(URI.create("http://localhost:8080"))
            .build();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @AfterEach
    void close() {
        economy.close();
    }

    @Test
    void whatAllCouldSpendIsSummedUp() throws InterruptedException {
        new OutstandingGauge(() -> economy, () -> now).bindTo(meters);
        economy.ledger().grant(AccountId.of("alice"), 5, IdempotencyKey.of("a")).orElseThrow();
        economy.ledger().grant(AccountId.of("bob"), 7, IdempotencyKey.of("b")).orElseThrow();
        assertThat(scrapedTwice("outstanding")).isEqualTo(12);
        economy.ledger().spend(AccountId.of("bob"), 2, IdempotencyKey.of("c")).orElseThrow();
        assertThat(scrapedTwice("outstanding")).as("still fresh").isEqualTo(12);
        now = now.plus(Duration.ofMinutes(16));
        assertThat(scrapedTwice("outstanding")).isEqualTo(10);
    }

    @Test
    void parkedPaymentsAreCounted() throws InterruptedException {
        new ParkedGauge(() -> economy, () -> now).bindTo(meters);
        assertThat(scrapedTwice("parked")).isZero();
        ParkedPayment money =
                new ParkedPayment("cs_1", PaymentMode.TEST, "no order", null, 999, "usd", Map.of(), now, null);
        store.update(
                Scope.NOTHING.session("cs_1"), found -> Changes.none("parked").park(money));
        now = now.plus(Duration.ofMinutes(2));
        assertThat(scrapedTwice("parked")).isEqualTo(1);
    }

    @Test
    void aStoreThatFailsIsAskedOnceAMinute() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        new ParkedGauge(
                        () -> {
                            asked.incrementAndGet();
                            throw new IllegalStateException("the store is gone");
                        },
                        () -> now)
                .bindTo(meters);
        assertThat(scrapedTwice("parked")).isNaN();
        assertThat(scrapedTwice("parked")).isNaN();
        assertThat(asked).hasValue(1);
        now = now.plus(Duration.ofMinutes(2));
        scrapedTwice("parked");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoeverBindsThemNeedNotKeepThem() throws InterruptedException {
        new ParkedGauge(() -> economy, () -> now).bindTo(meters);
        new OutstandingGauge(() -> economy, () -> now).bindTo(meters);
        System.gc();
        assertThat(scrapedTwice("parked")).isZero();
        assertThat(scrapedTwice("outstanding")).isZero();
    }

    private double scrapedTwice(String name) throws InterruptedException {
        String meter = name.equals("parked") ? "token.economy.parked.open" : "token.economy." + name;
        meters.get(meter).gauge().value();
        for (Thread thread : running()) {
            if (thread.getName().equals("token-economy-" + name)) {
                thread.join();
            }
        }
        return meters.get(meter).gauge().value();
    }

    /** Also those that have just been started and have no stack yet, which {@link Thread#getAllStackTraces} leaves out. */
    private static List<Thread> running() {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 100];
        return Arrays.asList(threads).subList(0, Thread.enumerate(threads));
    }
}
