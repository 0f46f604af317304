package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many at once see and leave what one after another would. */
abstract class IsolationContract extends ListingContract {

    private static final int THREADS = 16;

    @Nested
    class ManyAtOnce {

        @Test
        void nothingIsLostOnAHotAccount() {
            granted(ALICE, 100, "start");
            Together.run(THREADS, thread -> {
                for (int i = 0; i < 10; i++) {
                    granted(ALICE, 3, "g-" + thread + "-" + i);
                    spent(ALICE, 1, "s-" + thread + "-" + i);
                }
                return thread;
            });
            assertThat(books().account(ALICE).balance()).isEqualTo(100 + THREADS * 10 * 2);
            assertThat(books().history(ALICE)).hasSize(1 + THREADS * 20);
            assertThat(books().verify(ALICE)).isInstanceOf(Verification.Intact.class);
        }

        @Test
        void theLastTokensAreSpentOnce() {
            granted(ALICE, 5, "start");
            List<Outcome> outcomes = Together.run(THREADS, thread -> spent(ALICE, 1, "s-" + thread));
            assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance))
                    .hasSize(5);
            assertThat(outcomes.stream().filter(Outcome.Insufficient.class::isInstance))
                    .hasSize(THREADS - 5);
            assertThat(books().account(ALICE).balance()).isZero();
        }

        @Test
        void oneKeyInManyThreadsIsBookedOnce() {
            for (int round = 0; round < 10; round++) {
                String key = "race-" + round;
                List<Outcome> outcomes = Together.run(THREADS, thread -> granted(ALICE, 1, key));
                assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance))
                        .hasSize(1);
                assertThat(outcomes.stream().filter(Outcome.Replayed.class::isInstance))
                        .hasSize(THREADS - 1);
            }
            assertThat(books().history(ALICE)).hasSize(10);
        }

        @Test
        void oneKeyForManyAccountsIsBookedForOne() {
            for (int round = 0; round < 10; round++) {
                String key = "race-" + round;
                List<Outcome> outcomes = Together.run(THREADS, thread -> granted(AccountId.of("a" + thread), 1, key));
                assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance))
                        .hasSize(1);
                assertThat(outcomes.stream().filter(Outcome.KeyConflict.class::isInstance))
                        .hasSize(THREADS - 1);
            }
        }

        @Test
        void oneThreadMovesAnOrder() {
            Order pending = Samples.order(1, ALICE);
            write(pending);
            Scope scope = Scope.NOTHING.order(pending.id());
            onlyOneWins(thread -> store().update(scope, before -> {
                boolean first = before.order(pending.id()).orElseThrow().state() == OrderState.PENDING;
                return first
                        ? Changes.none(true).order(pending.moved(OrderState.PAID, Samples.NOW))
                        : Changes.none(false);
            }));
        }

        @Test
        void oneThreadCreatesACustomer() {
            CustomerKey key = new CustomerKey(ALICE, PaymentMode.LIVE);
            onlyOneWins(thread -> store().update(
                            Scope.NOTHING.customer(key),
                            before -> before.customer(key).isEmpty()
                                    ? Changes.none(true).customer(key, "cus_" + thread)
                                    : Changes.none(false)));
        }

        @Test
        void oneThreadParksAPayment() {
            onlyOneWins(thread -> store().update(
                            Scope.NOTHING.session("cs_1"),
                            before -> before.parked("cs_1").isEmpty()
                                    ? Changes.none(true).park(Samples.parked("cs_1"))
                                    : Changes.none(false)));
        }

        @Test
        void accountsNamedInAnyOrderCannotBlockEachOther() {
            granted(ALICE, 1);
            granted(BOB, 1);
            Together.run(THREADS, thread -> {
                Scope there = Scope.NOTHING.account(ALICE).account(BOB);
                Scope back = Scope.NOTHING.account(BOB).account(ALICE);
                for (int i = 0; i < 10; i++) {
                    bookOnBoth(thread % 2 == 0 ? there : back, "t" + thread + "-" + i);
                }
                return thread;
            });
            assertThat(sequence(ALICE)).isEqualTo(1 + THREADS * 10);
            assertThat(sequence(BOB)).isEqualTo(1 + THREADS * 10);
        }

        private void onlyOneWins(IntPredicate action) {
            assertThat(Together.run(THREADS, action::test).stream().filter(won -> won))
                    .hasSize(1);
        }
    }

    @Nested
    class Readers {

        private final Scope both = Scope.NOTHING.account(ALICE).account(BOB);

        @Test
        void seeAllOfAnUpdateOrNothing() {
            AtomicBoolean done = new AtomicBoolean();
            Future<Integer> reader = Together.start(() -> {
                int looks = 0;
                for (; !done.get() || looks == 0; looks++) {
                    Snapshot now = store().read(both);
                    assertThat(now.account(ALICE).sequence())
                            .isEqualTo(now.account(BOB).sequence());
                }
                return looks;
            });
            try {
                IntStream.range(0, 200).forEach(i -> bookOnBoth(both, "k" + i));
            } finally {
                done.set(true);
            }
            assertThat(Together.get(reader)).isPositive();
        }

        @Test
        void neverSeeWhatWasRefused() {
            granted(BOB, 1, "taken");
            AtomicBoolean done = new AtomicBoolean();
            Future<Boolean> reader = Together.start(() -> {
                boolean clean = true;
                while (!done.get()) {
                    clean &= sequence(ALICE) == 0;
                    clean &=
                            store().entries(EntryQuery.newest(ALICE, 1)).items().isEmpty();
                }
                return clean;
            });
            LedgerEntry first = Samples.entry(ALICE, 1, "free");
            LedgerEntry clash = Samples.entry(ALICE, 2, "taken");
            Account after = Samples.after(clash, List.of());
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() ->
                                store().update(both, before -> Changes.none("").booking(after, List.of(first, clash))))
                        .isInstanceOf(StoreException.class);
            }
            done.set(true);
            assertThat(Together.get(reader))
                    .as("only committed changes were seen")
                    .isTrue();
        }

        @Test
        void doNotWaitForARunningUpdate() throws InterruptedException {
            granted(ALICE, 1);
            write(Samples.order(1, ALICE));
            CountDownLatch deciding = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<Outcome> update = Together.start(() -> store().update(both.key(IdempotencyKey.of("k")), before -> {
                deciding.countDown();
                await(goOn);
                return Bookkeeper.decide(before, grant(ALICE, 1, "k"), Samples.NOW);
            }));
            assertThat(deciding.await(30, TimeUnit.SECONDS)).isTrue();
            try {
                assertThat(Together.get(Together.start(() -> sequence(ALICE)), 5))
                        .isEqualTo(1);
                assertThat(Together.get(Together.start(this::sizesOfAllLists), 5))
                        .containsExactly(1, 1, 0, 1);
            } finally {
                goOn.countDown();
            }
            assertThat(Together.get(update)).isInstanceOf(Outcome.Applied.class);
            assertThat(sequence(ALICE)).isEqualTo(2);
        }

        @Test
        void seeAnUpdateAsSoonAsItReturns() {
            for (int i = 1; i <= 50; i++) {
                granted(ALICE, 1, "k" + i);
                long seen = Together.get(Together.start(() -> sequence(ALICE)));
                assertThat(seen).isEqualTo(i);
            }
        }

        private List<Integer> sizesOfAllLists() {
            return List.of(
                    store().entries(EntryQuery.newest(ALICE, 9)).items().size(),
                    store().orders(OrderQuery.newest(9)).items().size(),
                    store().parked(new ParkedQuery("", 9)).items().size(),
                    store().accounts(AccountQuery.after(null, 9)).items().size());
        }
    }

    private void bookOnBoth(Scope scope, String key) {
        store().update(scope, before -> {
            LedgerEntry alice = Samples.entry(ALICE, before.account(ALICE).sequence() + 1, key + "-alice");
            LedgerEntry bob = Samples.entry(BOB, before.account(BOB).sequence() + 1, key + "-bob");
            return Changes.none("")
                    .booking(Samples.after(alice, List.of()), List.of(alice))
                    .booking(Samples.after(bob, List.of()), List.of(bob));
        });
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
