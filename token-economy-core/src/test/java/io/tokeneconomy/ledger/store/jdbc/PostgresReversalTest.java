package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.fulfilment.PaymentLife;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ClawbackPolicy;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand payments on PostgreSQL, eight at a time: in the end tokens are where their money is. */
class PostgresReversalTest {

    private static final int LIVES = Integer.getInteger("payment.lives", 10_000);
    private static final int AT_ONCE = 8;

    @Test
    @StripeRule({26, 86})
    void tokensAreWhereTheirMoneyIs() throws Exception {
        try (Pool pool = Postgres.pool();
                Shop shop = shop(pool)) {
            atOnce(thread -> live(shop, thread));
        }
    }

    /** All of them tell of one payment while its money moves. */
    @Test
    @StripeRule(28)
    void manyWhoTellAtOnceDoNotDisturbEachOther() throws Exception {
        try (Pool pool = Postgres.pool();
                Shop shop = shop(pool)) {
            PaymentLife life = new PaymentLife(shop, AccountId.of("buyer"));
            AtomicInteger moves = new AtomicInteger();
            atOnce(thread -> {
                for (int round = 0; round < 20; round++) {
                    if (thread == 0) {
                        life.moveMoney(moves.getAndIncrement());
                    }
                    insist(life::tellEverything);
                }
            });
            life.assertBooksAgree(ClawbackPolicy.DEBT);
        }
    }

    /** As the provider does with events that are not answered. */
    private static void insist(Runnable telling) {
        while (true) {
            try {
                telling.run();
                return;
            } catch (TokenEconomyException e) {
                assertThat(e.retryable()).isTrue();
            }
        }
    }

    private static Shop shop(Pool pool) {
        return Shop.on(JdbcLedgerStore.on(pool.source(), JdbcOptions.DEFAULT.withSchema(Postgres.newSchema())));
    }

    private static void atOnce(IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<? extends Future<?>> all = IntStream.range(0, AT_ONCE)
                .mapToObj(thread -> threads.submit(() -> work.accept(thread)))
                .toList();
        threads.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static void live(Shop shop, int thread) {
        for (int number = thread; number < LIVES; number += AT_ONCE) {
            Random random = new Random(number);
            List<Integer> steps = random.ints(random.nextInt(16), 0, PaymentLife.STEPS)
                    .boxed()
                    .toList();
            PaymentLife life = new PaymentLife(shop, AccountId.of("buyer-" + number));
            assertThatCode(() -> {
                        life.live(steps);
                        life.assertBooksAgree(ClawbackPolicy.DEBT);
                    })
                    .as("life %s", number)
                    .doesNotThrowAnyException();
        }
    }
}
