package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.audit.LedgerAudit;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StocktakingTest {

    private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Jobs jobs = new Jobs(now::get);
    private final Stocktaking stocktaking = new Stocktaking(emptyBooks(), jobs);

    @Test
    void waitingForOtherWorkDoesNotMakeItDear() {
        try (jobs) {
            CountDownLatch other = new CountDownLatch(1);
            jobs.start("other", null, "carol", progress -> {
                try {
                    other.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
                return "";
            });
            stocktaking.begin(null, "looking", START);
            now.set(START.plusSeconds(60));
            other.countDown();
            awaitStock();

            Instant later = START.plus(Duration.ofHours(1));
            now.set(later);
            assertThat(stocktaking.latest(later).orElseThrow().askedAt()).isEqualTo(later);
        }
    }

    private void awaitStock() {
        while (jobs.latest(Stocktaking.KIND).orElseThrow().running()) {
            jobs.await(Stocktaking.KIND);
        }
    }

    private static LedgerAudit emptyBooks() {
        Class<?>[] audit = {LedgerAudit.class};
        return (LedgerAudit)
                Proxy.newProxyInstance(LedgerAudit.class.getClassLoader(), audit, (proxy, method, given) -> null);
    }
}
