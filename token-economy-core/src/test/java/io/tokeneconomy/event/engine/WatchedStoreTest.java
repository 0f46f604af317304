package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What listeners of one process are told, and in which order. */
class WatchedStoreTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int THREADS = 8;
    private static final int ACCOUNTS = 3;
    private static final int EACH = 150;

    private final MemoryLedgerStore memory = MemoryLedgerStore.create();
    private final Map<AccountId, List<Long>> told = new ConcurrentHashMap<>();
    private final Announcer announcer = new Announcer(List.of(this::tell), account -> 0);

    private void tell(TokenEconomyEvent event) {
        if (event instanceof TokenEconomyEvent.Booked booked) {
            List<Long> sequences = told.computeIfAbsent(booked.account(), id -> new ArrayList<>());
            sequences.add(booked.entry().sequence());
        }
    }

    @Test
    void everyMethodIsHandedOnAlsoThoseWithADefault() {
        for (Method method : LedgerStore.class.getDeclaredMethods()) {
            assertThat(Arrays.stream(WatchedStore.class.getDeclaredMethods()).map(Method::getName))
                    .contains(method.getName());
        }
    }

    @Test
    void listenersHearEachAccountsEntriesInOrderWhateverTheThreadsDo() {
        LedgerStore watched = watched(new DawdlingStore(memory));
        Together.run(THREADS, thread -> {
            try (LedgerEngine ledger = new LedgerEngine(watched, () -> NOW, announcer)) {
                for (int i = 0; i < EACH; i++) {
                    AccountId account = AccountId.of("a" + i % ACCOUNTS);
                    ledger.grant(account, 1, IdempotencyKey.of(thread + "-" + i))
                            .orElseThrow();
                }
            }
            return thread;
        });
        for (int i = 0; i < ACCOUNTS; i++) {
            List<Long> sequences = told.get(AccountId.of("a" + i));
            assertThat(sequences).hasSize(THREADS * EACH / ACCOUNTS).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void anEntryWaitsForTheOneAheadOfItWhoseThreadIsLate() {
        CountDownLatch firstIsCommitted = new CountDownLatch(1);
        CountDownLatch secondIsBooked = new CountDownLatch(1);
        LedgerStore watched = watched(new ForwardingStore(memory) {
            @Override
            public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
                R result = super.update(scope, decision);
                if (firstIsCommitted.getCount() > 0) {
                    firstIsCommitted.countDown();
                    await(secondIsBooked);
                }
                return result;
            }
        });
        Future<?> late = Together.start(
                () -> engine(watched).grant(ALICE, 5, IdempotencyKey.of("1")).orElseThrow());
        await(firstIsCommitted);
        engine(watched).grant(ALICE, 5, IdempotencyKey.of("2")).orElseThrow();
        assertThat(told).isEmpty();

        secondIsBooked.countDown();
        Together.get(late);
        assertThat(told.get(ALICE)).containsExactly(1L, 2L);
    }

    @Test
    void whatFailsHoldsNobodyUp() {
        CountDownLatch firstIsDecided = new CountDownLatch(1);
        CountDownLatch secondIsBooked = new CountDownLatch(1);
        CountDownLatch secondIsTold = new CountDownLatch(1);
        Announcer counting = new Announcer(List.of(event -> secondIsTold.countDown()), account -> 0);
        LedgerStore watched = watched(
                new ForwardingStore(memory) {
                    @Override
                    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
                        if (firstIsDecided.getCount() > 0) {
                            var unused = decision.apply(store.read(scope));
                            firstIsDecided.countDown();
                            await(secondIsBooked);
                            throw StoreException.unavailable("gone", null);
                        }
                        return super.update(scope, decision);
                    }
                },
                counting);
        Future<?> failing = Together.start(() -> engine(watched, counting)
                .grant(ALICE, 5, IdempotencyKey.of("1"))
                .orElseThrow());
        await(firstIsDecided);
        engine(watched, counting).grant(ALICE, 5, IdempotencyKey.of("2")).orElseThrow();
        assertThat(secondIsTold.getCount()).isEqualTo(1);

        secondIsBooked.countDown();
        assertThatThrownBy(() -> Together.get(failing)).isInstanceOf(StoreException.class);
        await(secondIsTold);
    }

    @Test
    void aDecisionThatIsTakenAgainIsToldOnce() {
        LedgerStore watched = watched(new ForwardingStore(memory) {
            @Override
            public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
                var unused = decision.apply(store.read(scope));
                return super.update(scope, decision);
            }
        });
        engine(watched).grant(ALICE, 5, IdempotencyKey.of("1")).orElseThrow();
        engine(watched).grant(ALICE, 5, IdempotencyKey.of("2")).orElseThrow();
        assertThat(told.get(ALICE)).containsExactly(1L, 2L);
    }

    /** A first decision books, another process is quicker, the second one refuses: whoever waited behind is told. */
    @Test
    void aDecisionThatBooksNoMoreHoldsNobodyUp() {
        CountDownLatch firstIsDecided = new CountDownLatch(1);
        CountDownLatch secondIsBooked = new CountDownLatch(1);
        CountDownLatch secondIsTold = new CountDownLatch(1);
        Announcer counting = new Announcer(List.of(event -> secondIsTold.countDown()), account -> 0);
        LedgerStore watched = watched(
                new ForwardingStore(memory) {
                    @Override
                    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
                        if (firstIsDecided.getCount() > 0) {
                            var unused = decision.apply(store.read(scope));
                            firstIsDecided.countDown();
                            await(secondIsBooked);
                        }
                        return super.update(scope, decision);
                    }
                },
                counting);
        Grant same = Grant.of(ALICE, 5, IdempotencyKey.of("1"));
        Future<?> late = Together.start(() -> engine(watched, counting).apply(same));
        await(firstIsDecided);
        engine(watched, counting).apply(same).orElseThrow();
        assertThat(secondIsTold.getCount()).isEqualTo(1);

        secondIsBooked.countDown();
        Together.get(late);
        await(secondIsTold);
    }

    @Test
    void aListenerMayBookInTheSameAccountAndHearsOfItNext() {
        List<String> heard = new ArrayList<>();
        List<Ledger> ledger = new ArrayList<>();
        Announcer generous = new Announcer(
                List.of(event -> {
                    heard.add("begin " + name(event));
                    if (event instanceof TokenEconomyEvent.Depleted depleted) {
                        ledger.get(0).grant(depleted.account(), 3, IdempotencyKey.of("refill"));
                    }
                    heard.add("end " + name(event));
                }),
                account -> 0);
        ledger.add(engine(generous));
        ledger.get(0)
                .apply(List.of(
                        Grant.of(ALICE, 2, IdempotencyKey.of("gift")), Spend.of(ALICE, 2, IdempotencyKey.of("all"))));

        assertThat(heard)
                .containsExactly(
                        "begin Granted",
                        "end Granted",
                        "begin Spent",
                        "end Spent",
                        "begin Depleted",
                        "end Depleted",
                        "begin Granted",
                        "end Granted");
    }

    @Test
    void aReplayIsNotToldAndARefusalIsToldEachTime() {
        List<TokenEconomyEvent> heard = new ArrayList<>();
        Announcer all = new Announcer(List.of(heard::add), account -> 10);
        Ledger ledger = engine(all);
        LedgerEntry entry = ledger.grant(ALICE, 20, IdempotencyKey.of("gift")).orElseThrow();
        ledger.grant(ALICE, 20, IdempotencyKey.of("gift")).orElseThrow();
        Spend tooMuch = Spend.of(ALICE, 21, IdempotencyKey.of("much"));
        ledger.apply(tooMuch);
        ledger.apply(List.of(tooMuch));
        LedgerEntry low = ledger.spend(ALICE, 10, IdempotencyKey.of("some")).orElseThrow();

        assertThat(heard)
                .hasSize(5)
                .startsWith(new TokenEconomyEvent.Granted(entry))
                .endsWith(new TokenEconomyEvent.Spent(low), new TokenEconomyEvent.LowBalance(low, 10));
        assertThat(heard.subList(1, 3))
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(TokenEconomyEvent.Refused.class, refused -> {
                            assertThat(refused.operation()).isEqualTo(tooMuch);
                            assertThat(refused.insufficient()).isTrue();
                        }));
    }

    @Test
    void aThresholdThatCannotBeToldKeepsNoEventBack() {
        List<TokenEconomyEvent> heard = new ArrayList<>();
        Announcer unsure = new Announcer(List.of(heard::add), account -> {
            throw new IllegalStateException("database is down");
        });
        engine(unsure).grant(ALICE, 1, IdempotencyKey.of("gift"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void nothingIsKeptOnceEverythingIsTold() {
        LedgerStore watched = watched(memory);
        for (int i = 0; i < 10; i++) {
            engine(watched).grant(AccountId.of("a" + i), 1, IdempotencyKey.of("k" + i));
        }
        assertThat(announcer.lines().isEmpty()).isTrue();
        assertThat(memory.entries(EntryQuery.newest(AccountId.of("a0"), 1)).items())
                .hasSize(1);
    }

    private LedgerStore watched(LedgerStore store) {
        return watched(store, announcer);
    }

    private static LedgerStore watched(LedgerStore store, Announcer announcer) {
        return new WatchedStore(store, Set.of(), () -> {}, announcer);
    }

    private Ledger engine(Announcer announcer) {
        return engine(watched(memory, announcer), announcer);
    }

    private Ledger engine(LedgerStore watched) {
        return engine(watched, announcer);
    }

    private static Ledger engine(LedgerStore watched, Announcer announcer) {
        return new LedgerEngine(watched, () -> NOW, announcer);
    }

    private static String name(TokenEconomyEvent event) {
        return event.getClass().getSimpleName();
    }

    private static void await(CountDownLatch latch) {
        Together.get(Together.start(() -> {
            latch.await();
            return latch;
        }));
    }

    /** Threads come out of their commits in any order. */
    private static final class DawdlingStore extends ForwardingStore {

        private DawdlingStore(LedgerStore store) {
            super(store);
        }

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            R result = super.update(scope, decision);
            int spins = ThreadLocalRandom.current().nextInt(200);
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            return result;
        }
    }
}
