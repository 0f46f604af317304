package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key, one charge; and the limits of what a charge may say. */
class ChargeKeyTest extends ChargeFixture {

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

    @Test
    void attemptsHaveAnEnd() {
        for (int i = 1; i <= LedgerLimits.MAX_CHARGE_ATTEMPTS; i++) {
            failing(KEY);
        }
        assertThat(charge(5, context -> {}))
                .isEqualTo(new ChargeResult.Refused<>(
                        new Outcome.TooMany(ALICE, "attempts at one charge", LedgerLimits.MAX_CHARGE_ATTEMPTS)));
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

    private void failing(IdempotencyKey key) {
        assertThatThrownBy(() -> ledger.charge(ALICE, 5, key, () -> {
                    throw new IllegalStateException("no paint");
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
