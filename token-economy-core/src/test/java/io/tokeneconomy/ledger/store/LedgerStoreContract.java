package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.Outcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link LedgerStore} must do. A store is correct when it passes; a durable one passes {@link
 * DurableLedgerStoreContract}.
 *
 * <pre>{@code
 * class MyLedgerStoreTest extends LedgerStoreContract {
 *     @Override
 *     protected LedgerStore open() {
 *         return new MyLedgerStore();
 *     }
 * }
 * }</pre>
 *
 * <p>The parts stand in the classes this one extends: round trip, atomicity, listing, isolation, reversals,
 * big scopes, filters, backlogs, erasure.
 */
@Timeout(120)
public abstract class LedgerStoreContract extends ErasureContract {

    @Nested
    class Closing {

        @Test
        void everythingIsRefusedAfterwards() {
            granted(ALICE, 1);
            store().close();
            List<ThrowingCallable> calls = List.of(
                    () -> granted(ALICE, 1, "k"),
                    () -> store().read(Scope.NOTHING.account(ALICE)),
                    () -> store().entries(EntryQuery.newest(ALICE, 1)),
                    () -> store().orders(OrderQuery.newest(1)),
                    () -> store().parked(new ParkedQuery("", 1)),
                    () -> store().accounts(AccountQuery.after(null, 1)));
            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOfSatisfying(
                                    StoreException.class,
                                    e -> assertThat(e.retryable()).isFalse()));
        }

        @Test
        void mayBeRepeated() {
            store().close();
            store().close();
        }

        @Test
        void letsARunningUpdateFinish() throws InterruptedException {
            CountDownLatch deciding = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<Outcome> update =
                    Together.start(() -> store().update(Bookkeeper.scopeOf(grant(ALICE, 1, "k")), before -> {
                        deciding.countDown();
                        await(goOn);
                        return Bookkeeper.decide(before, grant(ALICE, 1, "k"), Samples.NOW);
                    }));
            assertThat(deciding.await(30, TimeUnit.SECONDS)).isTrue();
            Future<String> closing = Together.start(() -> {
                store().close();
                return "closed";
            });
            boolean closedTooEarly = Together.doneWithin(closing, 100);
            goOn.countDown();
            assertThat(closedTooEarly).as("closed while an update was running").isFalse();
            assertThat(Together.get(update)).isInstanceOf(Outcome.Applied.class);
            assertThat(Together.get(closing)).isEqualTo("closed");
        }
    }
}
