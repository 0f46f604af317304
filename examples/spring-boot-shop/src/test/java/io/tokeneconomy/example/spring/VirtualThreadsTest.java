package io.tokeneconomy.example.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * With {@code spring.threads.virtual.enabled}: from Java 21 on everything the shop does for somebody is on virtual threads,
 * and none of it is pinned to its carrier; before, the property changes nothing.
 */
@SpringBootTest(
        classes = {ShopApplication.class, VirtualThreadsTest.Watched.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:virtual;DB_CLOSE_DELAY=-1",
            "spring.threads.virtual.enabled=true"
        })
class VirtualThreadsTest {

    private static final boolean VIRTUAL = Runtime.version().feature() >= 21;
    private static final int CALLERS = 40;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private TokenEconomy economy;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("applicationTaskExecutor")
    private AsyncTaskExecutor executor;

    @Autowired
    @Qualifier("seen")
    private Set<String> seen;

    @Test
    void requestsChargesAndJoinedTransactionsRunThereUnpinned(@TempDir Path folder) throws Exception {
        Visitor alice = new Visitor(port).signIn("alice");
        alice.buy("pro");
        alice.draw("a first fox");
        spendAll("warm");

        List<RecordedEvent> pinned;
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.start();
            assertThat(alice.draw("a fox").statusCode()).isEqualTo(303);
            spendAll("counted");
            assertThat(executor.submit(() -> Pinning.DONE).get()).isTrue();
            recording.stop();
            Path file = folder.resolve("pinned.jfr");
            recording.dump(file);
            pinned = RecordingFile.readAllEvents(file);
        }
        assertThat(alice.get("/api/tokens/balance").body()).contains("\"available\":240");
        assertThat(economy.ledger().balance(AccountId.of("carol")).available()).isZero();
        assertThat(jdbc.queryForObject("select count(*) from picture where owner = 'carol'", Long.class))
                .isEqualTo(2 * CALLERS);
        assertThat(seen).containsExactlyInAnyOrder(kind("request"), kind("spend"));
        assertThat(pinned)
                .filteredOn(event -> isIn(event, "io.tokeneconomy."))
                .hasSize(VIRTUAL ? 1 : 0)
                .allMatch(event -> isIn(event, Pinning.class.getName()));
    }

    private static boolean isIn(RecordedEvent event, String code) {
        return event.getStackTrace().getFrames().stream()
                .anyMatch(frame -> frame.getMethod().getType().getName().startsWith(code));
    }

    /** All at once, each in a transaction of its own that also keeps a picture. */
    private void spendAll(String name) throws Exception {
        AccountId carol = AccountId.of("carol");
        economy.ledger()
                .grant(carol, CALLERS, IdempotencyKey.of("grant-" + name))
                .orElseThrow();
        List<? extends Future<?>> all = IntStream.range(0, CALLERS)
                .mapToObj(i ->
                        executor.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            seen.add(kindOfThis("spend"));
                            jdbc.update("insert into picture (owner, what) values ('carol', ?)", name);
                            economy.ledger()
                                    .spend(carol, 1, IdempotencyKey.of(name + "-" + i))
                                    .orElseThrow();
                        })))
                .toList();
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static String kind(String what) {
        return what + (VIRTUAL ? " on a virtual thread" : " on a platform thread");
    }

    /** Java 17 does not know the method that would tell. */
    private static String kindOfThis(String what) {
        boolean virtual = Thread.currentThread().getClass().getSimpleName().equals("VirtualThread");
        return what + (virtual ? " on a virtual thread" : " on a platform thread");
    }

    /** Pins whoever initializes it, so that the recording has one event to show, and only this one. */
    private static final class Pinning {

        static final boolean DONE = parked();

        private static boolean parked() {
            LockSupport.parkNanos(5_000_000);
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Watched {

        @Bean
        Set<String> seen() {
            return ConcurrentHashMap.newKeySet();
        }

        @Bean
        jakarta.servlet.Filter watch(@Qualifier("seen") Set<String> seen) {
            return (request, response, chain) -> {
                seen.add(kindOfThis("request"));
                chain.doFilter(request, response);
            };
        }
    }
}
