package io.tokeneconomy.topup;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.PaymentIntent;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.topup.UnsteadyCards.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes on one database, and everything that can go wrong: nobody is charged twice, or more than he allowed. */
class TopUpLivesTest {

    private static final int THREADS = 8;
    private static final int STEPS = 120;
    private static final int CAP = 3;
    private static final TopUpSettings SETTINGS =
            TopUpSettings.of("popular", 60, TopUpCap.times(Period.DAY, CAP)).withCooldown(Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void manyThreadsOfTwoProcessesChargeOneCrossingOnce() throws Exception {
        Path file = folder.resolve("tokens.db");
        AccountId alice = AccountId.of("alice");
        try (TopUpShop shop = new TopUpShop(JdbcLedgerStore.sqlite(file), builder -> builder)) {
            TokenEconomy other = shop.another(JdbcLedgerStore.sqlite(file), builder -> builder);
            shop.allowed(alice, SETTINGS);
            CyclicBarrier together = new CyclicBarrier(THREADS);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                TokenEconomy economy = thread % 2 == 0 ? shop.economy : other;
                IdempotencyKey key = IdempotencyKey.of("spend-of-thread-" + thread);
                running.add(threads.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    economy.ledger().spend(alice, 10, key).orElseThrow();
                    return economy.topUps().run(100);
                }));
            }
            for (Future<?> thread : running) {
                thread.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
            shop.run();
            assertThat(shop.charged()).hasSize(1);
            assertThat(shop.available(alice)).isEqualTo(110 - THREADS * 10 + 110);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatWasChargedWasBoughtAndNeverMoreThanAllowed(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("tokens.db");
        List<AccountId> buyers =
                IntStream.range(0, 4).mapToObj(i -> AccountId.of("buyer" + i)).toList();
        try (TopUpShop shop = new TopUpShop(JdbcLedgerStore.sqlite(file), builder -> builder)) {
            TokenEconomy other = shop.another(JdbcLedgerStore.sqlite(file), builder -> builder);
            buyers.forEach(buyer -> shop.allowed(buyer, SETTINGS));
            shop.shop
                    .sandbox
                    .webhooks()
                    .faults(DeliveryFaults.seeded(seed)
                            .duplicate(20)
                            .reorder(20)
                            .drop(40));
            shop.cards.fates = request -> fate(random);
            for (int step = 0; step < STEPS; step++) {
                live(shop, random.nextBoolean() ? shop.economy : other, buyers.get(random.nextInt(4)), random, step);
            }
            shop.cards.fates = request -> Fate.GOOD;
            shop.shop.pass(Duration.ofMinutes(20));
            shop.run();
            shop.run();
            assertBooksAgree(shop, buyers);
        }
    }

    private static Fate fate(Random random) {
        int dice = random.nextInt(10);
        return dice < 6 ? Fate.GOOD : dice < 8 ? Fate.ANSWER_LOST : dice < 9 ? Fate.REQUEST_LOST : Fate.REFUSED;
    }

    private static void live(TopUpShop shop, TokenEconomy economy, AccountId buyer, Random random, int step) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> economy.ledger().spend(buyer, 1 + random.nextInt(60), IdempotencyKey.of("live-" + step));
            case 3, 4 -> run(economy);
            case 5 -> shop.shop.pass(Duration.ofMinutes(random.nextInt(200)));
            case 6 -> shop.shop.sandbox.cards().become(shop.customer(buyer), card(random));
            default -> allowAgain(economy, buyer);
        }
    }

    private static void run(TokenEconomy economy) {
        try {
            economy.topUps().run(100);
        } catch (TokenEconomyException e) {
            assertThat(e.retryable()).isTrue();
        }
    }

    private static void allowAgain(TokenEconomy economy, AccountId buyer) {
        try {
            economy.topUps().enable(buyer, SETTINGS);
        } catch (TokenEconomyException e) {
            assertThat(e.retryable()).isTrue();
        }
    }

    private static String card(Random random) {
        return List.of("4242424242424242", "4242424242424242", "4000000000009995", "4000002760003184")
                .get(random.nextInt(4));
    }

    private static void assertBooksAgree(TopUpShop shop, List<AccountId> buyers) {
        List<PaymentIntent> charged = shop.charged();
        assertThat(charged).as("a run without any charge shows nothing").isNotEmpty();
        for (AccountId buyer : buyers) {
            List<String> paid = charged.stream()
                    .filter(payment ->
                            buyer.value().equals(payment.getMetadata().get("user_id")))
                    .map(PaymentIntent::getId)
                    .toList();
            assertThat(bought(shop.economy, buyer)).containsExactlyInAnyOrderElementsOf(paid);
            assertThat(shop.economy.ledger().verify(buyer).intact()).isTrue();
        }
        Map<String, Long> perDay = charged.stream()
                .collect(Collectors.groupingBy(
                        payment -> payment.getMetadata().get("user_id") + " "
                                + Instant.ofEpochSecond(payment.getCreated())
                                        .toString()
                                        .substring(0, 10),
                        Collectors.counting()));
        assertThat(perDay.values()).allMatch(times -> times <= CAP);
    }

    /** The payments without a checkout that the ledger has credited. */
    private static List<String> bought(TokenEconomy economy, AccountId buyer) {
        Statement statement = economy.ledger().statement(buyer, 100, null);
        return statement.entries().stream()
                .filter(entry -> entry.type() == EntryType.PURCHASE)
                .flatMap(entry -> Stream.ofNullable(entry.purchase()))
                .map(PurchaseDetails::sessionId)
                .filter(session -> session.startsWith("pi_"))
                .toList();
    }
}
