package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.WorkNotRunException;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that is charged for: what it returns, what it throws, and what becomes of its tokens. */
class ChargeTest extends ChargeFixture {

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
    void workOfABlockedAccountIsPaidFromItsHold() {
        charge(5, context -> {
            configure(AccountSettings.DEFAULT.withStatus(AccountStatus.BLOCKED));
        });

        assertHas(15, 0);
        assertThat(ledger.entry(KEY)).isPresent();
    }

    @Test
    void otherHoldsAreLeftAlone() {
        ledger.apply(PlaceHold.of(ALICE, 10, key("hold"))).orElseThrow();
        charge(5, context -> {});
        assertHas(5, 10);
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
    void theContextIsOfNoUseAfterwards() {
        List<ChargeContext> kept = new ArrayList<>();
        charge(5, kept::add);

        assertThatThrownBy(() -> kept.get(0).settle(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.get(0).extend(Duration.ofHours(1))).isInstanceOf(IllegalStateException.class);
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
    void doneWorkThatTheStoreCannotBookKeepsItsTokensSetAside() {
        FailingStore failing = new FailingStore(store);
        try (LedgerEngine shaky = new LedgerEngine(failing, () -> now, entry -> {})) {
            assertThatThrownBy(() -> shaky.charge(Charge.of(ALICE, 5, KEY), context -> {
                        failing.beforeUpdates(ChargeTest::refuseThePayment);
                        return "made";
                    }))
                    .isInstanceOf(StoreException.class);
        }
        assertHas(15, 5);

        ledger.apply(Capture.of(ALICE, ledger.holds(ALICE).get(0).key(), 5, KEY))
                .orElseThrow();
        assertHas(15, 0);
        assertThat(charge(5, context -> {})).isInstanceOf(ChargeResult.AlreadyCharged.class);
    }

    @Test
    void doneWorkIsNotFreeWhenWhatStandsBeforeTheStoreFails() {
        FailingStore failing = new FailingStore(store);
        try (LedgerEngine shaky = new LedgerEngine(failing, () -> now, entry -> {})) {
            assertThatThrownBy(() -> shaky.charge(Charge.of(ALICE, 5, KEY), context -> {
                        failing.beforeUpdates(ChargeTest::failAtThePayment);
                        return "made";
                    }))
                    .hasMessage("no span");
        }
        assertHas(15, 5);
    }

    private static void failAtThePayment(Scope scope) {
        if (scope.keys().contains(KEY)) {
            throw new IllegalStateException("no span");
        }
    }

    private static void refuseThePayment(Scope scope) {
        if (scope.keys().contains(KEY)) {
            throw StoreException.unavailable("away", null);
        }
    }

    private static String read(String message) throws IOException {
        throw new IOException(message);
    }
}
