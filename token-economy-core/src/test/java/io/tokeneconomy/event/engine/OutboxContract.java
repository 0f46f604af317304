package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Two nodes book, sweep and deliver to two subscribers with many threads, while subscribers fail, dispatchers die in the
 * middle, and the clock runs so fast that leases end under their holders. Every store's test extends it.
 */
public abstract class OutboxContract {

    private static final int ACCOUNTS = 7;
    private static final int BOOKING = 4;
    private static final int SWEEPING = 2;
    private static final int DISPATCHING = 2;
    private static final int ENTRIES = 120;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final AtomicInteger stillBooking = new AtomicInteger(BOOKING);
    private final AtomicInteger crashes = new AtomicInteger();
    private final Map<AccountId, Integer> granted = new ConcurrentHashMap<>();
    private final Map<String, Recording> subscribers =
            new LinkedHashMap<>(Map.of("billing", new Recording(), "mail", new Recording()));

    /** {@return a new, empty store} */
    protected abstract LedgerStore open();

    /** {@return the same store for another node} */
    protected abstract LedgerStore openAgain();

    @Test
    void everySubscriberGetsEveryEntryOfEveryAccountInOrderWhoeverDiesWhen() {
        try (LedgerStore store = open();
                LedgerStore other = openAgain()) {
            List<LedgerStore> nodes = List.of(store, other);
            Together.run(BOOKING + SWEEPING + DISPATCHING, thread -> {
                LedgerStore node = nodes.get(thread % 2);
                if (thread < BOOKING) {
                    book(node, thread);
                } else if (thread < BOOKING + SWEEPING) {
                    sweep(node);
                } else {
                    dispatchAndDie(node, new SplittableRandom(thread));
                }
                return thread;
            });
            assertThat(crashes).as("dispatchers died").hasPositiveValue();
            settleAndDrain(store);
            for (int i = 0; i < ACCOUNTS; i++) {
                check(store, account(i));
            }
        }
    }

    private void check(LedgerStore store, AccountId id) {
        Account account = store.read(Scope.NOTHING.account(id)).account(id);
        assertThat(account.lots()).as("everything expired").isEmpty();
        assertThat(account.sequence())
                .as("%s: granted and expired, each once", id)
                .isEqualTo(2L * granted.getOrDefault(id, 0));
        subscribers.values().forEach(subscriber -> subscriber.hasEveryEntryInOrder(id, account.sequence()));
    }

    private void book(LedgerStore store, int thread) {
        SplittableRandom random = new SplittableRandom(thread);
        try (LedgerEngine ledger = engine(store)) {
            for (int i = 0; i < ENTRIES; i++) {
                AccountId account = account(random.nextInt(ACCOUNTS) * random.nextInt(2));
                grant(ledger, account, IdempotencyKey.of(thread + "-" + i));
                granted.merge(account, 1, Integer::sum);
            }
        } finally {
            stillBooking.decrementAndGet();
        }
    }

    /** The clock may run past the grant's end before it is decided. */
    private void grant(LedgerEngine ledger, AccountId account, IdempotencyKey key) {
        boolean late = true;
        while (late) {
            Instant end = now.updateAndGet(instant -> instant.plusSeconds(200)).plusSeconds(20_000);
            try {
                ledger.apply(Grant.of(account, 1, key).expiring(end)).orElseThrow();
                late = false;
            } catch (InvalidValueException e) {
                assertThat(e.field()).isEqualTo("expiresAt");
            }
        }
    }

    private void sweep(LedgerStore store) {
        try (LedgerEngine ledger = engine(store)) {
            while (stillBooking.get() > 0) {
                ledger.sweep(3);
            }
        }
    }

    private LedgerEngine engine(LedgerStore store) {
        Announcer nobody = new Announcer(List.of(), account -> 0);
        return new LedgerEngine(new WatchedStore(store, subscribers.keySet(), () -> {}, nobody), now::get, nobody);
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

    private void settleAndDrain(LedgerStore store) {
        now.updateAndGet(instant -> instant.plusSeconds(1_000_000));
        try (LedgerEngine ledger = engine(store)) {
            assertThat(ledger.sweep(ACCOUNTS).more()).isFalse();
        }
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
