package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Holds that end while the work runs, and calls that overlap because of that. */
class ChargeTimeTest extends ChargeFixture {

    @Test
    void workThatOutlastsItsHoldIsPaidForAllTheSame() {
        ChargeResult<String> result = charge(5, context -> outlast());

        assertThat(result.orElseThrow()).isEqualTo("made");
        assertThat(ledger.entry(KEY).orElseThrow().type()).isEqualTo(EntryType.SPEND);
        assertHas(15, 0);
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.AlreadyCharged.class);
    }

    @Test
    void workThatOutlastsItsHoldIsUnpaidWhenTheTokensAreGone() {
        ChargeResult<String> result = charge(5, context -> {
            outlast();
            ledger.spend(ALICE, 18, key("other")).orElseThrow();
        });

        assertThat(result)
                .isEqualTo(new ChargeResult.Underpaid<>("made", 5, null, new Outcome.Insufficient(ALICE, 2, 5)));
        assertHas(2, 0);
        assertThat(ledger.entry(KEY)).isEmpty();
    }

    @Test
    void whoCollectsAMissingPaymentUnderTheKeyIsNotChargedAgain() {
        charge(5, context -> {
            outlast();
            ledger.spend(ALICE, 18, key("other")).orElseThrow();
        });
        ledger.grant(ALICE, 10, key("more"));
        ledger.spend(ALICE, 5, KEY).orElseThrow();

        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.AlreadyCharged.class);
        assertHas(7, 0);
    }

    @Test
    void freeWorkThatOutlastsItsHoldLeavesItsKeyFree() {
        ChargeResult<String> result = charge(5, context -> {
            outlast();
            context.settle(0);
        });

        assertThat(result)
                .isInstanceOfSatisfying(
                        ChargeResult.Underpaid.class,
                        free -> assertThat(free.missing()).isZero());
        assertHas(20, 0);
        assertThat(ledger.entry(KEY)).isEmpty();
    }

    @Test
    void workMayAskForMoreTime() {
        charge(5, context -> {
            now = now.plus(Duration.ofMinutes(14));
            assertThat(context.extend(Duration.ofHours(1)).stands()).isTrue();
            now = now.plus(Duration.ofMinutes(50));
            assertThat(context.extend(Duration.ofHours(1)).stands()).isTrue();
            now = now.plus(Duration.ofMinutes(59));
        });

        assertThat(ledger.entry(KEY).orElseThrow().type()).isEqualTo(EntryType.CAPTURE);
        assertHas(15, 0);
    }

    @Test
    void moreTimeComesTooLateForAHoldThatIsOver() {
        charge(5, context -> {
            outlast();
            assertThat(context.extend(Duration.ofHours(1))).isInstanceOf(Outcome.HoldNotOpen.class);
        });
        assertHas(15, 0);
    }

    @Test
    void aDeadCallsTokensComeBackAndTheNextAttemptKnowsOfIt() {
        List<Integer> attempts = new ArrayList<>();
        die(5);
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.InProgress.class);
        outlast();
        die(6);
        outlast();
        charge(7, context -> attempts.add(context.attempt()));

        assertThat(attempts).containsExactly(3);
        assertHas(13, 0);
    }

    @Test
    void aLateFinisherIsPaidFromWhatALaterCallSetAside() {
        ChargeResult<String> outer = charge(15, context -> {
            outlast();
            ChargeResult<String> inner = charge(16, later -> {
                // the first call finishes now, and the later one after it
                ChargeResult<String> first = new ChargePayment(
                                new ChargeHold(context.charge(), 1),
                                new ChargeBill.Tokens(context.charge(), 15, Details.NONE),
                                new Together(store, () -> now, entry -> {}),
                                () -> ChargeState.of(context.charge(), store, now))
                        .take("first");
                assertThat(first).isInstanceOf(ChargeResult.Charged.class);
                assertHas(5, 0);
            });
            assertThat(inner.orElseThrow()).isEqualTo("made");
        });
        assertThat(outer.orElseThrow()).isEqualTo("made");
        assertHas(5, 0);
        assertThat(ledger.entry(KEY).orElseThrow().amount()).isEqualTo(-15);
    }

    @Test
    void overlappingWorkIsPaidForOnce() {
        AtomicReference<ChargeResult<String>> inner = new AtomicReference<>();
        ChargeResult<String> outer = charge(5, context -> {
            outlast();
            inner.set(charge(6, later -> {}));
        });

        LedgerEntry entry = ledger.entry(KEY).orElseThrow();
        assertThat(inner.get()).isEqualTo(new ChargeResult.Charged<>(entry, "made"));
        assertThat(outer).isEqualTo(new ChargeResult.Charged<>(entry, "made"));
        assertThat(entry.amount()).isEqualTo(-6);
        assertHas(14, 0);
    }

    @Test
    void aHoldReleasedByHandDoesNotMakeTheWorkFree() {
        charge(
                5,
                context -> ledger.apply(Release.of(ALICE, new ChargeHold(context.charge(), 1).key(), key("by-hand")))
                        .orElseThrow());
        assertHas(15, 0);
    }

    /** A process places a hold, and is never heard of again. */
    private void die(long cost) {
        Charge charge = Charge.of(ALICE, cost, KEY);
        int attempt = ChargeState.of(charge, store, now).attempts() + 1;
        new Together(store, () -> now, entry -> {})
                .book(List.of(new ChargeHold(charge, attempt).place("dead")))
                .orElseThrow();
    }
}
