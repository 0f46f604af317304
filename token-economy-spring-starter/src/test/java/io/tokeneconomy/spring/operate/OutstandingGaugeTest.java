package io.tokeneconomy.spring.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutstandingGaugeTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aReadingThatTakesLongIsTheOnlyOne() throws InterruptedException {
        new OutstandingGauge(
                        () -> {
                            begun.release();
                            awaitEnd();
                            throw new IllegalStateException("no economy");
                        },
                        () -> now)
                .bindTo(meters);
        scrape();
        assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();

        now = now.plus(Duration.ofMinutes(16));
        scrape();
        assertThat(readers()).hasSize(1);

        end.countDown();
        for (Thread reader : readers()) {
            reader.join();
        }
        scrape();
        assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    }

    private void scrape() {
        assertThat(meters.get("token.economy.outstanding").gauge().value()).isNaN();
    }

    private static Iterable<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("token-economy-outstanding"))
                .toList();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
