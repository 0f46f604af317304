package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners hear what a charge refuses to the host, not how it finds its way. */
class ChargeRefusalsTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final IdempotencyKey KEY = IdempotencyKey.of("image-1");

    private record Told(Operation operation, Outcome.Refusal refusal) {}

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final List<Told> told = new ArrayList<>();
    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final FailingStore hooked = new FailingStore(store);
    private final LedgerEngine ledger = new LedgerEngine(hooked, () -> now, new Watcher() {
        @Override
        public void booked(LedgerEntry entry) {}

        @Override
        public void refused(Operation operation, Outcome.Refusal refusal, Instant at) {
            assertThat(at).isEqualTo(now);
            told.add(new Told(operation, refusal));
        }
    });

    ChargeRefusalsTest() {
        ledger.grant(ALICE, 20, IdempotencyKey.of("gift")).orElseThrow();
    }

    @AfterEach
    void close() {
        ledger.close();
        store.close();
    }

    @Test
    void tokensThatCannotBeSetAsideAreRefused() {
        assertThat(charge(21, context -> {})).isInstanceOf(ChargeResult.Refused.class);

        assertThat(told).hasSize(1);
        assertThat(told.get(0).operation())
                .isInstanceOfSatisfying(
                        PlaceHold.class, hold -> assertThat(hold.amount()).isEqualTo(21));
        assertThat(told.get(0).refusal()).isEqualTo(new Outcome.Insufficient(ALICE, 20, 21));
    }

    @Test
    void workThatOutlastsItsHoldAndIsPaidForIsNoRefusal() {
        charge(5, context -> outlast());
        assertThat(told).isEmpty();
    }

    @Test
    void workThatAnOverlappingCallPaidForIsNoRefusal() {
        charge(5, context -> {
            outlast();
            charge(6, later -> {});
        });
        assertThat(told).isEmpty();
    }

    @Test
    void freeWorkThatOutlastsItsHoldIsNoRefusal() {
        charge(5, context -> {
            outlast();
            context.settle(0);
        });
        assertThat(told).isEmpty();
    }

    @Test
    void failedWorkWhoseTokensCameBackAlreadyIsNoRefusal() {
        try {
            charge(5, context -> {
                outlast();
                throw new IllegalStateException("no paint");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no paint");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void anotherCallThatSetsTokensAsideFirstIsNoRefusal() {
        hooked.beforeUpdates(scope -> {
            hooked.beforeUpdates(again -> {});
            Charge charge = Charge.of(ALICE, 5, KEY);
            new Together(store, () -> now, entry -> {})
                    .book(List.of(new ChargeHold(charge, 1).place("another")))
                    .orElseThrow();
        });
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.InProgress.class);
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheAccountLacksIsRefusedOnce() {
        assertThat(charge(15, context -> context.settle(30))).isInstanceOf(ChargeResult.Underpaid.class);
        assertThat(told).containsExactly(new Told(Spend.of(ALICE, 30, KEY), new Outcome.Insufficient(ALICE, 5, 15)));
    }

    @Test
    void aKeyTakenByAnotherOperationMeanwhileIsRefusedOnce() {
        charge(5, context -> ledger.grant(AccountId.of("bob"), 1, KEY).orElseThrow());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).refusal()).isInstanceOf(Outcome.KeyConflict.class);
    }

    @Test
    void moreTimeThatComesTooLateIsRefusedAsTheWorkAskedForIt() {
        charge(5, context -> {
            outlast();
            context.extend(Duration.ofHours(1));
        });
        assertThat(told).hasSize(1);
        assertThat(told.get(0).operation()).isInstanceOf(ExtendHold.class);
    }

    @Test
    void whatTheHostItselfAsksForIsRefusedAsBefore() {
        Release release = Release.of(ALICE, KEY, IdempotencyKey.of("back"));
        Outcome outcome = ledger.apply(release);
        assertThat(told).containsExactly(new Told(release, (Outcome.Refusal) outcome));
    }

    private ChargeResult<String> charge(long cost, Consumer<ChargeContext> doing) {
        return ledger.charge(Charge.of(ALICE, cost, KEY), context -> {
            doing.accept(context);
            return "made";
        });
    }

    private void outlast() {
        now = now.plus(LedgerLimits.HOLD_TIME);
    }
}
