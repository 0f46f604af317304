package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes book with many threads and deliver to two subscribers, while subscribers fail, dispatchers die in the middle,
 * and the clock runs so fast that leases end under their holders.
 */
class OutboxHammerTest {

    private static final int ACCOUNTS = 7;
    private static final int BOOKING = 4;
    private static final int DISPATCHING = 2;
    private static final int ENTRIES = 120;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final AtomicInteger stillBooking = new AtomicInteger(BOOKING);
    private final AtomicInteger crashes = new AtomicInteger();
    private final Map<String, Recording> subscribers =
            new LinkedHashMap<>(Map.of("billing", new Recording(), "mail", new Recording()));

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void everySubscriberGetsEveryEntryOfEveryAccountInOrder(Kind kind) {
        try (LedgerStore store = kind.open(directory);
                LedgerStore other = kind.again(directory, store)) {
            List<LedgerStore> nodes = List.of(store, other);
            Together.run(BOOKING + DISPATCHING, thread -> {
                LedgerStore node = nodes.get(thread % 2);
                if (thread < BOOKING) {
                    book(node, thread);
                } else {
                    dispatchAndDie(node, new SplittableRandom(thread));
                }
                return thread;
            });
            assertThat(crashes).as("dispatchers died").hasPositiveValue();
            drain(store);
            for (int i = 0; i < ACCOUNTS; i++) {
                AccountId account = account(i);
                long last = store.read(Scope.NOTHING.account(account))
                        .account(account)
                        .sequence();
                subscribers.values().forEach(subscriber -> subscriber.hasEveryEntryInOrder(account, last));
            }
        }
    }

    private void book(LedgerStore store, int thread) {
        Announcer nobody = new Announcer(List.of(), account -> 0);
        LedgerStore watched = new WatchedStore(store, subscribers.keySet(), () -> {}, nobody);
        SplittableRandom random = new SplittableRandom(thread);
        try (LedgerEngine ledger = new LedgerEngine(watched, now::get, nobody)) {
            for (int i = 0; i < ENTRIES; i++) {
                AccountId account = account(random.nextInt(ACCOUNTS) * random.nextInt(2));
                ledger.grant(account, 1, IdempotencyKey.of(thread + "-" + i)).orElseThrow();
            }
        } finally {
            stillBooking.decrementAndGet();
        }
    }

    /** Each dispatcher lives until it meets its death in the store; then another one takes its place. */
    private void dispatchAndDie(LedgerStore store, SplittableRandom random) {
        OutboxEngine outbox = mortal(store, random.split());
        while (stillBooking.get() > 0) {
            try {
                outbox.dispatch(1 + random.nextInt(5));
            } catch (StoreException e) {
                crashes.incrementAndGet();
                outbox = mortal(store, random.split());
            }
            now.updateAndGet(instant -> instant.plusSeconds(10));
        }
    }

    private OutboxEngine mortal(LedgerStore store, SplittableRandom random) {
        Map<String, EntrySubscriber> failing = new LinkedHashMap<>();
        subscribers.forEach((name, subscriber) -> failing.put(name, event -> {
            if (random.nextInt(10) == 0) {
                throw new IllegalStateException("not now");
            }
            if (random.nextInt(10) == 0) {
                now.updateAndGet(instant -> instant.plusSeconds(45));
            }
            subscriber.receive(event);
        }));
        return new OutboxEngine(new DeadlyStore(store, random), now::get, failing, account -> 0);
    }

    private void drain(LedgerStore store) {
        OutboxEngine outbox = new OutboxEngine(store, now::get, Map.copyOf(subscribers), account -> 0);
        for (int i = 0; i < 100 && !backlogsAreEmpty(store); i++) {
            now.updateAndGet(instant -> instant.plusSeconds(300));
            outbox.dispatch(100);
        }
        assertThat(backlogsAreEmpty(store)).isTrue();
    }

    private boolean backlogsAreEmpty(LedgerStore store) {
        return subscribers.keySet().stream()
                .allMatch(name ->
                        store.backlogs(new BacklogQuery(name, null, 1)).items().isEmpty());
    }

    private static AccountId account(int number) {
        return AccountId.of("account-" + number);
    }

    /** Ends a dispatcher now and then, before a commit or right after it. */
    private static final class DeadlyStore extends ForwardingStore {

        private final SplittableRandom random;

        private DeadlyStore(LedgerStore store, SplittableRandom random) {
            super(store);
            this.random = random;
        }

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            int fate = random.nextInt(12);
            if (fate == 0) {
                throw StoreException.unavailable("died before the commit", null);
            }
            R result = super.update(scope, decision);
            if (fate == 1) {
                throw StoreException.unavailable("died after the commit", null);
            }
            return result;
        }
    }
}
