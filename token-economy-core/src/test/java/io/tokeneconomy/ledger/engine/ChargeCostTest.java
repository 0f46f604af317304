package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.ledger.Outcome;
import org.junit.jupiter.api.Test;

/** What work settles for: less than was set aside, more, nothing, or what a meter says. */
class ChargeCostTest extends ChargeFixture {

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

    private static String settle(ChargeContext context, Runnable settling) {
        assertThat(context.attempt()).isEqualTo(1);
        settling.run();
        return "made";
    }
}
