package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.WorkNotRunException;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charges, each row of their table. */
class ChargeTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");
    private static final IdempotencyKey KEY = IdempotencyKey.of("image-1");

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final List<String> ran = new ArrayList<>();
    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final LedgerEngine ledger = new LedgerEngine(store, () -> now, entry -> {});

    @BeforeEach
    void give() {
        ledger.grant(ALICE, 20, key("gift")).orElseThrow();
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(ledger.verify(ALICE).intact()).isTrue();
        ledger.close();
        store.close();
    }

    @Test
    void finishedWorkIsPaidFor() {
        ChargeResult<String> result = ledger.charge(ALICE, 5, KEY, () -> work("image"));

        assertThat(result.orElseThrow()).isEqualTo("image");
        LedgerEntry entry = ledger.entry(KEY).orElseThrow();
        assertThat(result).isEqualTo(new ChargeResult.Charged<>(entry, "image"));
        assertThat(entry.type()).isEqualTo(EntryType.CAPTURE);
        assertThat(entry.amount()).isEqualTo(-5);
        assertHas(15, 0);
    }

    @Test
    void tokensAreSetAsideWhileTheWorkRuns() {
        ledger.charge(ALICE, 5, KEY, () -> {
            assertHas(15, 5);
            return "";
        });
        assertHas(15, 0);
    }

    @Test
    void anotherCallWithTheKeyDoesNotRunTheWorkAgain() {
        ledger.charge(ALICE, 5, KEY, () -> work("first"));

        ChargeResult<String> again = ledger.charge(ALICE, 7, KEY, () -> work("again"));

        assertThat(again)
                .isEqualTo(new ChargeResult.AlreadyCharged<>(ledger.entry(KEY).orElseThrow()));
        assertThatThrownBy(again::orElseThrow)
                .isInstanceOfSatisfying(
                        WorkNotRunException.class,
                        e -> assertThat(e.retryable()).isFalse());
        assertThat(ran).containsExactly("first");
        assertHas(15, 0);
    }

    @Test
    void failedWorkCostsNothingAndItsExceptionIsThrownOn() {
        IOException failure = new IOException("no paint");

        assertThatThrownBy(() -> ledger.charge(ALICE, 5, KEY, () -> {
                    throw failure;
                }))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();

        assertThat(ledger.entry(KEY)).isEmpty();
        assertHas(20, 0);
        assertThat(ledger.charge(ALICE, 5, KEY, () -> work("second")).orElseThrow())
                .isEqualTo("second");
        assertHas(15, 0);
    }

    @Test
    void whatTheWorkThrowsIsDeclared() {
        // compiles without a catch: nothing checked is thrown
        ledger.charge(ALICE, 1, key("unchecked"), () -> "");
        try {
            ledger.charge(ALICE, 1, key("checked"), () -> read("nothing"));
        } catch (IOException e) {
            assertThat(e).hasMessage("nothing");
        }
    }

    @Test
    void aWorkThatRunsBlocksAnother() {
        ledger.charge(ALICE, 5, KEY, () -> {
            ChargeResult<String> other = ledger.charge(ALICE, 5, KEY, () -> work("other"));
            assertThat(other).isEqualTo(new ChargeResult.InProgress<>(now.plus(LedgerLimits.HOLD_TIME)));
            assertThatThrownBy(other::orElseThrow)
                    .isInstanceOfSatisfying(
                            WorkNotRunException.class,
                            e -> assertThat(e.retryable()).isTrue());
            return "";
        });
        assertThat(ran).isEmpty();
        assertHas(15, 0);
    }

    @Test
    void tooFewTokensRunNothing() {
        ChargeResult<String> result = ledger.charge(ALICE, 21, KEY, () -> work("image"));

        assertThat(result).isEqualTo(new ChargeResult.Refused<>(new Outcome.Insufficient(ALICE, 20, 21)));
        assertThatThrownBy(result::orElseThrow).isInstanceOf(OperationRefusedException.class);
        assertThat(ran).isEmpty();
        assertHas(20, 0);
        assertThat(ledger.charge(ALICE, 20, KEY, () -> work("smaller")).orElseThrow())
                .isEqualTo("smaller");
    }

    @Test
    void workMaySettleForLess() {
        charge(5, context -> context.settle(3));

        assertHas(17, 0);
        assertThat(ledger.entry(KEY).orElseThrow().amount()).isEqualTo(-3);
    }

    @Test
    void workThatSettlesForNothingUsesItsKeyUp() {
        ChargeResult<String> result = charge(5, context -> context.settle(0));

        assertThat(result).isInstanceOf(ChargeResult.Charged.class);
        assertHas(20, 0);
        assertThat(ledger.entry(KEY).orElseThrow().type()).isEqualTo(EntryType.RELEASE);
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.AlreadyCharged.class);
    }

    @Test
    void workMaySettleForMore() {
        charge(5, context -> {
            context.settle(1);
            context.settle(8, context.charge().details().withDescription("eight"));
        });

        assertHas(12, 0);
        LedgerEntry entry = ledger.entry(KEY).orElseThrow();
        assertThat(entry.amount()).isEqualTo(-8);
        assertThat(entry.details().description()).isEqualTo("eight");
    }

    @Test
    void whatTheAccountLacksIsMissing() {
        ChargeResult<String> result = charge(15, context -> context.settle(30));

        LedgerEntry entry = ledger.entry(KEY).orElseThrow();
        assertThat(result)
                .isEqualTo(new ChargeResult.Underpaid<>("made", 15, entry, new Outcome.Insufficient(ALICE, 5, 15)));
        assertThatThrownBy(result::orElseThrow).isInstanceOf(OperationRefusedException.class);
        assertThat(entry.amount()).isEqualTo(-15);
        assertHas(5, 0);
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.AlreadyCharged.class);
    }

    @Test
    void anOverdraftPaysWhatIsMore() {
        configure(AccountSettings.DEFAULT.withOverdraftLimit(100));

        assertThat(charge(15, context -> context.settle(30)).orElseThrow()).isEqualTo("made");
        assertThat(ledger.balance(ALICE).debt()).isEqualTo(10);
    }

    @Test
    void workOfABlockedAccountIsPaidFromItsHold() {
        charge(5, context -> {
            configure(AccountSettings.DEFAULT.withStatus(AccountStatus.BLOCKED));
        });

        assertHas(15, 0);
        assertThat(ledger.entry(KEY)).isPresent();
    }

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

    @Test
    void aKeyThatNamesSomethingElseIsAConflict() {
        assertThat(ledger.charge(ALICE, 5, key("gift"), () -> work("image")))
                .isInstanceOfSatisfying(
                        ChargeResult.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Outcome.KeyConflict.class));
        ledger.charge(ALICE, 5, KEY, () -> "");
        assertThat(ledger.charge(BOB, 5, KEY, () -> work("image"))).isInstanceOf(ChargeResult.Refused.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void aKeyInUseForAnotherAccountIsAConflict() {
        ledger.grant(BOB, 20, key("bobs"));
        ledger.charge(ALICE, 5, KEY, () -> {
            assertThat(ledger.charge(BOB, 5, KEY, () -> work("image"))).isInstanceOf(ChargeResult.Refused.class);
            return "";
        });
        assertThat(ran).isEmpty();
    }

    @Test
    void aKeyTakenByAnotherOperationMeanwhileLeavesTheWorkUnpaid() {
        ChargeResult<String> result =
                charge(5, context -> ledger.grant(BOB, 1, KEY).orElseThrow());

        assertThat(result)
                .isInstanceOfSatisfying(
                        ChargeResult.Underpaid.class,
                        unpaid -> assertThat(unpaid.refusal()).isInstanceOf(Outcome.KeyConflict.class));
        assertHas(20, 0);
    }

    @Test
    void aKeySpentBeforeIsPaidFor() {
        ledger.spend(ALICE, 5, KEY);
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.AlreadyCharged.class);
        assertHas(15, 0);
    }

    @Test
    void meteredWorkIsPaidForExactly() {
        MeterRate rate = new MeterRate(1, 1_000);
        for (int i = 1; i <= 4; i++) {
            ledger.charge(
                    Charge.of(ALICE, 3, key("llm-" + i)),
                    context -> settle(context, () -> context.settleMetered("llm", 1_750, rate, Details.NONE)));
        }
        assertHas(13, 0);
        assertThat(ledger.entry(key("llm-1")).orElseThrow().movement().effects().metering())
                .isNotNull();
        assertThat(ledger.charge(ALICE, 3, key("llm-1"), () -> work("again")))
                .isInstanceOf(ChargeResult.AlreadyCharged.class);
    }

    @Test
    void meteredWorkThatOutlastsItsHoldIsPaidForExactly() {
        charge(3, context -> {
            outlast();
            context.settleMetered("llm", 1_750, new MeterRate(1, 1_000), Details.NONE);
        });
        assertHas(19, 0);
        charge("next", 3, context -> context.settleMetered("llm", 250, new MeterRate(1, 1_000), Details.NONE));
        assertHas(18, 0);
    }

    @Test
    void meteredWorkBeyondTheAccountTakesWhatWasSetAside() {
        ChargeResult<String> result =
                charge(15, context -> context.settleMetered("llm", 25_500, new MeterRate(1, 1_000), Details.NONE));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ChargeResult.Underpaid.class,
                        unpaid -> assertThat(unpaid.missing()).isEqualTo(11));
        assertHas(5, 0);
    }

    @Test
    void whatCannotBeChargedAtAllIsRefusedAtOnce() {
        assertThatThrownBy(() -> charge(5, context -> context.settle(-1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("tokens");
        assertThatThrownBy(() -> charge(
                        5,
                        context -> context.settleMetered(
                                "llm", LedgerLimits.MAX_AMOUNT, new MeterRate(2, 1), Details.NONE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cost");
        assertHas(20, 0);
    }

    @Test
    void aMeterThatCannotBeExactGivesTheTokensBack() {
        charge("a", 5, context -> context.settleMetered("llm", 1, new MeterRate(1, 999_983), Details.NONE));
        charge("b", 5, context -> context.settleMetered("llm", 1, new MeterRate(1, 999_979), Details.NONE));
        assertThatThrownBy(() -> charge(
                        "c", 5, context -> context.settleMetered("llm", 1, new MeterRate(1, 999_961), Details.NONE)))
                .isInstanceOf(InvalidValueException.class);
        assertHas(20, 0);
    }

    @Test
    void theContextIsOfNoUseAfterwards() {
        List<ChargeContext> kept = new ArrayList<>();
        charge(5, kept::add);

        assertThatThrownBy(() -> kept.get(0).settle(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.get(0).extend(Duration.ofHours(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void detailsAndMemberStandOnEveryEntry() {
        Details details = Details.NONE.withReference("img-1").withMetadata(Map.of("size", "big"));
        ledger.charge(
                Charge.of(ALICE, 5, KEY).by("carol").withDetails(details).withTimeout(Duration.ofHours(2)),
                context -> "");

        List<LedgerEntry> entries = ledger.statement(ALICE, 2, null).entries();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.details().reference()).isEqualTo("img-1");
            assertThat(entry.details().metadata()).containsEntry("size", "big");
            assertThat(entry.movement().effects().member()).isEqualTo("carol");
        });
        assertThat(entries.get(0).details()).isEqualTo(details);
    }

    @Test
    void anInterruptedThreadSettlesAndStaysInterrupted() {
        charge(5, context -> Thread.currentThread().interrupt());

        assertThat(Thread.interrupted()).isTrue();
        assertHas(15, 0);
    }

    @Test
    void workThatRunsWhileTheLedgerIsClosedIsPaidForAllTheSame() {
        assertThat(charge(5, context -> ledger.close()).orElseThrow()).isEqualTo("made");
        assertHas(15, 0);
    }

    @Test
    void workThatFailsWhileTheLedgerIsClosedGivesItsTokensBack() {
        assertThatThrownBy(() -> charge(5, context -> {
                    ledger.close();
                    throw new IllegalStateException("no paint");
                }))
                .hasMessage("no paint")
                .hasNoSuppressedExceptions();
        assertHas(20, 0);
        assertThatThrownBy(() -> charge(5, context -> {})).isInstanceOf(StoreException.class);
    }

    @Test
    void aKeyThatIsPaidForIsNotInProgressThoughWorkStillRunsForIt() {
        charge(5, context -> {
            LedgerEntry paid = ledger.spend(ALICE, 5, KEY).orElseThrow();
            assertThat(charge(5, other -> ran.add("other"))).isEqualTo(new ChargeResult.AlreadyCharged<>(paid));
        });
        assertThat(ran).isEmpty();
        assertHas(15, 0);
    }

    @Test
    void workForAHoldThatIsOpenIsNotBegunAgainByAnyAttempt() {
        for (int attempts = 1; attempts < 7; attempts++) {
            failing(KEY);
        }
        charge(5, context -> {
            assertThat(context.attempt()).isEqualTo(7);
            assertThat(charge(5, other -> ran.add("other")))
                    .isEqualTo(new ChargeResult.InProgress<>(now.plus(LedgerLimits.HOLD_TIME)));
        });
        assertThat(ran).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, LedgerLimits.MAX_AMOUNT + 1})
    void aCostOutOfRangeIsRefused(long cost) {
        assertThatThrownBy(() -> Charge.of(ALICE, cost, KEY))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cost");
    }

    @Test
    void aReservedKeyIsRefused() {
        assertThatThrownBy(() -> Charge.of(ALICE, 1, IdempotencyKey.reserved("charge", "hold:1:x")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theLongestKeyWillDo() {
        IdempotencyKey longest = key("k".repeat(LedgerLimits.MAX_KEY));
        for (int i = 1; i < 12; i++) {
            failing(longest);
        }
        ledger.charge(Charge.of(ALICE, 5, longest), context -> context.extend(Duration.ofHours(1)));
        assertHas(15, 0);
    }

    @Test
    void metadataLeaveRoomForTheRun() {
        Map<String, String> most = new HashMap<>();
        for (int i = 1; i < LedgerLimits.MAX_METADATA; i++) {
            most.put("k" + i, "v");
        }
        Charge charge = Charge.of(ALICE, 5, KEY).withDetails(Details.NONE.withMetadata(most));
        ledger.charge(charge, context -> "");
        assertHas(15, 0);

        most.put("one more", "v");
        assertThatThrownBy(() -> charge.withDetails(Details.NONE.withMetadata(most)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void attemptsHaveAnEnd() {
        for (int i = 1; i <= LedgerLimits.MAX_CHARGE_ATTEMPTS; i++) {
            failing(KEY);
        }
        assertThat(charge(5, context -> {}))
                .isEqualTo(new ChargeResult.Refused<>(
                        new Outcome.TooMany(ALICE, "attempts at one charge", LedgerLimits.MAX_CHARGE_ATTEMPTS)));
    }

    @Test
    void otherHoldsAreLeftAlone() {
        ledger.apply(PlaceHold.of(ALICE, 10, key("hold"))).orElseThrow();
        charge(5, context -> {});
        assertHas(5, 10);
    }

    private interface Doing {
        void with(ChargeContext context);
    }

    private ChargeResult<String> charge(long cost, Doing doing) {
        return charge(KEY.value(), cost, doing);
    }

    private ChargeResult<String> charge(String key, long cost, Doing doing) {
        return ledger.charge(Charge.of(ALICE, cost, key(key)), context -> {
            doing.with(context);
            return "made";
        });
    }

    private static String settle(ChargeContext context, Runnable settling) {
        assertThat(context.attempt()).isEqualTo(1);
        settling.run();
        return "made";
    }

    private void failing(IdempotencyKey key) {
        assertThatThrownBy(() -> ledger.charge(ALICE, 5, key, () -> {
                    throw new IllegalStateException("no paint");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    /** A process places a hold, and is never heard of again. */
    private void die(long cost) {
        Charge charge = Charge.of(ALICE, cost, KEY);
        int attempt = ChargeState.of(charge, store, now).attempts() + 1;
        new Together(store, () -> now, entry -> {})
                .book(List.of(new ChargeHold(charge, attempt).place("dead")))
                .orElseThrow();
    }

    private void outlast() {
        now = now.plus(LedgerLimits.HOLD_TIME);
    }

    private void configure(AccountSettings settings) {
        ledger.apply(new Configuration(ALICE, settings, key("configure"), new Audit("root", "test")))
                .orElseThrow();
    }

    private String work(String result) {
        ran.add(result);
        return result;
    }

    private static String read(String message) throws IOException {
        throw new IOException(message);
    }

    private void assertHas(long available, long held) {
        assertThat(ledger.balance(ALICE).available()).isEqualTo(available);
        assertThat(ledger.balance(ALICE).held()).isEqualTo(held);
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }
}
