package io.tokeneconomy.lives;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many payments through the sandbox and an HTTP endpoint, with events doubled, reordered, late and lost, and a restart in
 * the middle; then reconciliation. In the end no token is lost and none is made. {@code -Dlives=10000} for the long run.
 */
@StripeRule({25, 26, 28})
class ManyLivesTest {

    private static final int LIVES = Integer.getInteger("lives", 300);
    private static final int AT_ONCE = 6;

    @TempDir
    Path folder;

    private final Map<Life, String> sessions = new ConcurrentHashMap<>();

    @Test
    void noTokenIsLostAndNoneIsMade() throws Exception {
        try (StripeSandbox sandbox = StripeSandbox.builder()
                        .retryDelays(List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1)))
                        .start();
                LivesShop shop = new LivesShop(sandbox, folder.resolve("tokens.db"))) {
            sandbox.webhook(shop.webhook(), StripeSandbox.DEFAULT_WEBHOOK_SECRET);
            sandbox.webhooks()
                    .faults(DeliveryFaults.seeded(7)
                            .duplicate(20)
                            .reorder(20)
                            .drop(10)
                            .delay(10, Duration.ofMillis(200)));
            liveAll(sandbox, shop);
            sandbox.webhooks().await(Duration.ofMinutes(5));
            reconcile(shop);
            assertBooksAgree(sandbox, shop);
        }
    }

    private void liveAll(StripeSandbox sandbox, LivesShop shop) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<? extends Future<?>> lives = IntStream.range(0, LIVES)
                .mapToObj(number -> threads.submit(() -> {
                    if (number == LIVES / 2) {
                        shop.restart();
                    }
                    Life life = new Life(sandbox, shop, number);
                    sessions.put(life, life.live());
                }))
                .toList();
        threads.shutdown();
        for (Future<?> life : lives) {
            life.get();
        }
    }

    private static void reconcile(LivesShop shop) {
        Window window = Window.before(Instant.now().plusSeconds(1), Duration.ofHours(2))
                .perSecond(Window.MAX_PER_SECOND)
                .atMost(Window.MAX_REQUESTS);
        Report repaired = shop.with(economy -> economy.reconciliation().repair(window));
        assertThat(repaired.trouble()).as(repaired.toText()).isNull();
        assertThat(repaired.differences()).as("what dropped events left").isNotEmpty();
        Report again = shop.with(economy -> economy.reconciliation().check(window));
        assertThat(again.differences()).as(again.toText()).isEmpty();
    }

    private void assertBooksAgree(StripeSandbox sandbox, LivesShop shop) throws Exception {
        Books books = new Books(sandbox);
        for (Map.Entry<Life, String> each : sessions.entrySet()) {
            long due = books.tokensDue(each.getValue());
            shop.with(economy -> {
                Books.assertAgree(economy, each.getKey(), due);
                return due;
            });
        }
    }
}
