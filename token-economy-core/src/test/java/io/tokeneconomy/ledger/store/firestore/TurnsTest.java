package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final Turns turns = new Turns();

    @Test
    void differentDocumentsDoNotWait() {
        Turns.Turn first = take("a", "b");
        Turns.Turn second = take("c");
        second.close();
        first.close();
    }

    @Test
    void theSameDocumentWaitsUntilItIsGivenBack() {
        Turns.Turn first = take("a", "b");
        Future<Turns.Turn> second = Together.start(() -> take("b", "c"));
        assertThat(Together.doneWithin(second, 50)).isFalse();
        first.close();
        Together.get(second).close();
    }

    @Test
    void whoGivesUpIsNoLongerInTheWay() {
        Turns.Turn first = take("a");
        assertThatThrownBy(() -> turns.take(Set.of("a", "b"), new Patience(Duration.ofMillis(20))))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isTrue());
        take("b").close();
        first.close();
        take("a").close();
    }

    @Test
    void whoIsInterruptedLeavesAndStaysInterrupted() {
        Turns.Turn first = take("a");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> take("a", "b")).isInstanceOf(StoreException.class);
        assertThat(Thread.interrupted()).isTrue();
        take("b").close();
        first.close();
        take("a").close();
    }

    @Test
    void neverTwoAtOnceAndNeverStuck() {
        AtomicIntegerArray inside = new AtomicIntegerArray(4);
        Together.run(16, thread -> {
            Random random = new Random(thread);
            for (int i = 0; i < 500; i++) {
                int one = random.nextInt(4);
                int two = (one + 1 + random.nextInt(3)) % 4;
                Turns.Turn turn = take("d" + one, "d" + two);
                assertThat(inside.incrementAndGet(one)).isEqualTo(1);
                assertThat(inside.incrementAndGet(two)).isEqualTo(1);
                inside.decrementAndGet(one);
                inside.decrementAndGet(two);
                turn.close();
            }
            return thread;
        });
    }

    private Turns.Turn take(String... documents) {
        return turns.take(Set.of(documents), new Patience(LONG));
    }
}
