package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of listeners when a commit is not confirmed. */
class UnconfirmedTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final MemoryLedgerStore memory = MemoryLedgerStore.create();
    private final Unreliable unreliable = new Unreliable(memory);
    private final List<Long> told = new ArrayList<>();
    private final Announcer announcer = new Announcer(List.of(this::tell), account -> 0);

    private void tell(TokenEconomyEvent event) {
        if (event instanceof TokenEconomyEvent.Booked booked) {
            told.add(booked.entry().sequence());
        }
    }

    private Ledger ledger(LedgerStore store) {
        return new LedgerEngine(new WatchedStore(store, Set.of(), () -> {}, announcer), () -> NOW, announcer);
    }

    @Test
    void aCommitThatStandsThoughItWasNotConfirmedIsToldInOrder() {
        Ledger ledger = ledger(unreliable);
        unreliable.failures.add(Failure.AFTER);

        assertThat(ledger.grant(ALICE, 5, IdempotencyKey.of("1"))).isInstanceOf(Outcome.Applied.class);
        ledger.grant(ALICE, 5, IdempotencyKey.of("2")).orElseThrow();
        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void aCommitThatWasNeitherConfirmedNorMadeIsMadeAndToldOnce() {
        Ledger ledger = ledger(unreliable);
        unreliable.failures.add(Failure.BEFORE);

        ledger.grant(ALICE, 5, IdempotencyKey.of("1")).orElseThrow();
        ledger.grant(ALICE, 5, IdempotencyKey.of("2")).orElseThrow();
        assertThat(told).containsExactly(1L, 2L);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(10);
    }

    @Test
    void anothersEntryUnderTheKeyIsNotTakenForOnesOwn() {
        LedgerStore racing = new ForwardingStore(unreliable) {
            @Override
            public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
                try {
                    return super.update(scope, decision);
                } catch (StoreException e) {
                    // another process books the same, a moment later
                    new LedgerEngine(memory, () -> NOW.plusSeconds(1), entry -> {})
                            .grant(ALICE, 5, IdempotencyKey.of("1"))
                            .orElseThrow();
                    throw e;
                }
            }
        };
        unreliable.failures.add(Failure.BEFORE);

        assertThat(ledger(racing).grant(ALICE, 5, IdempotencyKey.of("1"))).isInstanceOf(Outcome.Replayed.class);
        assertThat(told).isEmpty();
    }

    @Test
    void aCommitThatNobodyCanAskAfterIsNotTold() {
        Ledger ledger = ledger(unreliable);
        unreliable.failures.addAll(List.of(Failure.AFTER, Failure.BEFORE, Failure.BEFORE));

        assertThatThrownBy(() -> ledger.grant(ALICE, 5, IdempotencyKey.of("1")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.outcomeUnknown()).isTrue());
        assertThat(ledger.grant(ALICE, 5, IdempotencyKey.of("1"))).isInstanceOf(Outcome.Replayed.class);
        ledger.grant(ALICE, 5, IdempotencyKey.of("2")).orElseThrow();
        assertThat(told).containsExactly(2L);
    }

    private enum Failure {
        BEFORE,
        AFTER
    }

    /** Does not confirm the next updates, which are made before that or not at all. */
    private static final class Unreliable extends ForwardingStore {

        private final Deque<Failure> failures = new ArrayDeque<>();

        Unreliable(LedgerStore store) {
            super(store);
        }

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            Failure failure = failures.poll();
            R result = failure == Failure.BEFORE
                    ? decision.apply(store.read(scope)).result()
                    : super.update(scope, decision);
            if (failure != null) {
                throw StoreException.unknown("not confirmed", new RuntimeException());
            }
            return result;
        }
    }
}
