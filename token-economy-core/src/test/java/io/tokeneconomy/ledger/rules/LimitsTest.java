package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Outcome.Applied;
import io.tokeneconomy.ledger.Outcome.OverLimit;
import io.tokeneconomy.ledger.Outcome.TooMany;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The ledger's limits, each at its edge. */
class LimitsTest extends RulesFixture {

    private static final TooMany TOO_MANY_LOTS = new TooMany(ALICE, "lots", LedgerLimits.MAX_LOTS);

    @Test
    void asManyLotsAsAllowed() {
        ledger = PureLedger.with(withLots(LedgerLimits.MAX_LOTS - 1));
        granted(1, "last");
        assertThat(ask(grant(1, "one more"))).isEqualTo(TOO_MANY_LOTS);
        assertThat(ask(new Adjustment(ALICE, 1, key("adjust"), AUDIT))).isEqualTo(TOO_MANY_LOTS);
        book(spend(1, "s"));
        granted(1, "room again");
    }

    @Test
    void moneyThatWasPaidAlwaysGetsItsLot() {
        ledger = PureLedger.with(withLots(LedgerLimits.MAX_LOTS - 1));
        granted(1, "g");
        book(purchase(1, "p"));
        book(new Reinstatement(ALICE, key("g"), 1, key("r"), Details.NONE));
        assertThat(alice().lots()).hasSize(LedgerLimits.MAX_LOTS + 2);
    }

    @Test
    void lotsThatAreWhollyOnHoldCountAsWell() {
        ledger = PureLedger.with(withLots(LedgerLimits.MAX_LOTS));
        book(hold(LedgerLimits.MAX_LOTS - 1, "h"));
        assertThat(alice().lots()).hasSize(1);
        assertThat(ask(grant(1, "g"))).isEqualTo(TOO_MANY_LOTS);
        book(capture("h", LedgerLimits.MAX_LOTS - 1, "c"));
        granted(1, "g");
    }

    @Test
    void aTransferMayNotBringMoreLotsThanThereIsRoomFor() {
        ledger = PureLedger.with(withLots(LedgerLimits.MAX_LOTS - 1));
        for (int i = 1; i <= 2; i++) {
            ledger.apply(Grant.of(BOB, 5, key("g" + i)).expiring(START.plusSeconds(60L * i)), now);
        }
        assertThat(ask(Transfer.of(BOB, ALICE, 6, key("two kinds")))).isEqualTo(TOO_MANY_LOTS);
        book(Transfer.of(BOB, ALICE, 5, key("one kind")));
        assertThat(ledger.account(BOB).balance()).isEqualTo(5);
    }

    @Test
    void asManyHoldsAsAllowed() {
        granted(1_000, "g");
        for (int i = 0; i < LedgerLimits.MAX_HOLDS; i++) {
            book(hold(1, "h" + i));
        }
        assertThat(ask(hold(1, "more"))).isEqualTo(new TooMany(ALICE, "holds", LedgerLimits.MAX_HOLDS));
        book(release("h7", "r"));
        book(hold(1, "more"));
        later(LedgerLimits.HOLD_TIME);
        book(hold(1_000, "timed out ones do not count"));
    }

    @Test
    void asManyMetersAsAllowedWithAPartToCarry() {
        granted(1_000, "g");
        MeterRate half = new MeterRate(1, 2);
        for (int i = 0; i < LedgerLimits.MAX_METERS; i++) {
            book(use("meter " + i, 1, half, "u" + i));
        }
        assertThat(ask(use("more", 1, half, "more"))).isEqualTo(new TooMany(ALICE, "meters", LedgerLimits.MAX_METERS));
        book(use("more", 2, half, "nothing to carry"));
        book(use("meter 7", 1, half, "filled"));
        book(use("more", 1, half, "more"));
    }

    @Test
    void asManyTokensAsAllowed() {
        ledger = PureLedger.with(withLots(1, LedgerLimits.MAX_BALANCE - 5));
        OverLimit over = new OverLimit(ALICE, LedgerLimits.MAX_BALANCE - 5, 6);
        assertThat(ask(grant(6, "g"))).isEqualTo(over);
        assertThat(ask(purchase(6, "p"))).isEqualTo(over);
        assertThat(ask(new Adjustment(ALICE, 6, key("a"), AUDIT))).isEqualTo(over);
        ledger.apply(Grant.of(BOB, 6, key("bobs")), now);
        assertThat(ask(Transfer.of(BOB, ALICE, 6, key("t")))).isEqualTo(over);
        granted(5, "g");
        assertThat(ask(new Reinstatement(ALICE, key("g"), 1, key("r"), Details.NONE)))
                .isEqualTo(new OverLimit(ALICE, LedgerLimits.MAX_BALANCE, 1));
        book(hold(LedgerLimits.MAX_AMOUNT, "h"));
        assertThat(ask(grant(1, "held tokens count"))).isInstanceOf(OverLimit.class);
    }

    @Test
    void asMuchDebtAsAllowed() {
        long almost = LedgerLimits.MAX_BALANCE - 1;
        ledger = PureLedger.with(account(new Totals(-almost, 0, almost), List.of()));
        granted(1, "g");
        assertThat(alice().totals().debt()).isEqualTo(almost - 1);
        assertThat(ask(clawback("g", 3, "much", ClawbackPolicy.DEBT))).isEqualTo(new OverLimit(ALICE, -almost + 1, -3));
        assertThat(ask(clawback("g", 3, "floor", ClawbackPolicy.FLOOR))).isInstanceOf(Applied.class);
        book(clawback("g", 2, "most", ClawbackPolicy.DEBT));
        assertThat(alice().totals().debt()).isEqualTo(LedgerLimits.MAX_BALANCE);
    }

    @Test
    void meteredUseCostsAtMostTheLargestAmount() {
        ledger = PureLedger.with(withLots(1, LedgerLimits.MAX_BALANCE));
        MeterRate dear = new MeterRate(MeterRate.MAX, 1);
        assertThat(book(use("m", 1_000_000, dear, "most")).amount()).isEqualTo(-LedgerLimits.MAX_AMOUNT);
        assertThatThrownBy(() -> ask(use("m", 1_000_001, dear, "more")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("units is 1000001");
        assertThatThrownBy(() -> ask(use("m", LedgerLimits.MAX_AMOUNT, dear, "far more")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aPartThatIsTooFineToBeCarriedIsRefusedAndTheMeterStays() {
        granted(1_000, "g");
        book(use("m", 1, new MeterRate(1, 999_983), "u1"));
        book(use("m", 1, new MeterRate(1, 999_979), "u2"));
        Remainder carried = alice().counters().remainders().get("m");
        assertThat(carried).isEqualTo(new Remainder(999_983L + 999_979L, 999_983L * 999_979L));
        assertThatThrownBy(() -> ask(use("m", 1, new MeterRate(1, 7), "u3")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("rate");
        assertThat(alice().counters().remainders()).containsEntry("m", carried);
        book(use("m", 1, new MeterRate(1, 999_979), "u4"));
    }

    @Test
    void aHoldMayEndAtTheEndOfTimeButNotAfterIt() {
        granted(10, "g");
        now = Instant.parse("9999-12-31T23:44:59.999999Z");
        book(hold(1, "h"));
        assertThat(alice().holds().get(0).expiresAt()).isEqualTo(Instant.parse("9999-12-31T23:59:59.999999Z"));
        assertThatThrownBy(() -> ask(PlaceHold.of(ALICE, 1, key("h2"), Duration.ofMinutes(16))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expiresAt");
    }

    @Test
    void aClockBeforeOrAfterAllTimeIsRefusedOrCorrected() {
        now = Instant.parse("1969-12-31T23:59:59Z");
        assertThat(granted(10, "g").at()).isEqualTo(Instant.EPOCH);
        now = Instant.parse("+10000-01-01T00:00:00Z");
        assertThatThrownBy(() -> ask(spend(1, "s"))).isInstanceOf(InvalidValueException.class);
        assertThat(LedgerRules.balance(alice(), now).available()).isEqualTo(10);
    }

    private static MeteredSpend use(String meter, long units, MeterRate rate, String key) {
        return MeteredSpend.of(ALICE, meter, units, rate, key(key));
    }

    private static Purchase purchase(long amount, String key) {
        PurchaseDetails sale = new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_1", null, null);
        return new Purchase(ALICE, amount, key(key), sale, Details.NONE);
    }

    private static Account withLots(int lots) {
        return account(
                new Totals(lots, 0, 0),
                LongStream.rangeClosed(1, lots)
                        .mapToObj(number -> new Lot(number, 1, 1, LotTerms.FREE))
                        .toList());
    }

    private static Account withLots(long number, long tokens) {
        return account(new Totals(tokens, 0, 0), List.of(new Lot(number, tokens, tokens, LotTerms.FREE)));
    }

    /** As if a long history had led there. */
    private static Account account(Totals totals, List<Lot> lots) {
        return new Account(
                ALICE,
                Salts.of(ALICE),
                new ChainTip(10_000, Salts.of(BOB), START),
                totals,
                lots,
                List.of(),
                AccountSettings.DEFAULT,
                Counters.NONE);
    }
}
