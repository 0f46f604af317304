package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Many threads that charge the same keys at once. */
class ChargeHammerTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int THREADS = 16;
    private static final int KEYS = 60;
    private static final int COST = 3;

    private final AtomicIntegerArray atWork = new AtomicIntegerArray(KEYS);
    private final AtomicIntegerArray finished = new AtomicIntegerArray(KEYS);

    @Test
    void noKeysWorkRunsTwiceAtOnceOrFinishesTwice() throws Exception {
        try (MemoryLedgerStore store = MemoryLedgerStore.create();
                LedgerEngine ledger = new LedgerEngine(store, () -> NOW, entry -> {})) {
            ledger.grant(ALICE, KEYS * COST * 2, IdempotencyKey.of("gift"));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                callers.add(threads.submit(() -> untilAllArePaid(ledger, random)));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            threads.shutdown();

            for (int key = 0; key < KEYS; key++) {
                assertThat(finished.get(key)).isEqualTo(1);
            }
            assertThat(ledger.balance(ALICE).available()).isEqualTo(KEYS * COST);
            assertThat(ledger.balance(ALICE).held()).isZero();
            assertThat(ledger.verify(ALICE).intact()).isTrue();
        }
    }

    private void untilAllArePaid(LedgerEngine ledger, Random random) {
        for (int key = 0; key < KEYS; key++) {
            while (!isPaid(ledger, key, random.nextInt(3) == 0)) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean isPaid(LedgerEngine ledger, int key, boolean fails) {
        try {
            ChargeResult<Integer> result =
                    ledger.charge(ALICE, COST, IdempotencyKey.of("key-" + key), () -> work(key, fails));
            assertThat(result).isNotInstanceOfAny(ChargeResult.Refused.class, ChargeResult.Underpaid.class);
            return !(result instanceof ChargeResult.InProgress);
        } catch (ChargeCall.Failed e) {
            return false;
        }
    }

    private int work(int key, boolean fails) {
        assertThat(atWork.incrementAndGet(key)).isEqualTo(1);
        atWork.decrementAndGet(key);
        if (fails) {
            throw new ChargeCall.Failed();
        }
        return finished.incrementAndGet(key);
    }
}
