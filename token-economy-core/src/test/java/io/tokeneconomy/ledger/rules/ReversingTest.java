package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome.UnknownSource;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Transfer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens taken back and given again. */
class ReversingTest extends RulesFixture {

    @Test
    @StripeRule(103)
    void aClawbackTakesFromItsOwnLotFirst() {
        granted(10, "other");
        granted(10, "g");
        LedgerEntry entry = book(clawback("g", 12, "claw", ClawbackPolicy.DEBT));
        assertThat(entry.movement().effects().lots()).containsExactly(new Allocation(2, -10), new Allocation(1, -2));
        assertThat(entry.movement().effects().source()).isEqualTo(2);
        expectBalance(8, 0, 8, 0);
    }

    @Test
    void whatWasSpentBecomesADebtThatTheNextTokensPay() {
        granted(10, "g");
        book(spend(7, "s"));
        book(clawback("g", 10, "claw", ClawbackPolicy.DEBT));
        expectBalance(-7, 0, 0, 7);
        granted(5, "part");
        expectBalance(-2, 0, 0, 2);
        assertThat(alice().lots()).isEmpty();
        granted(5, "rest");
        expectBalance(3, 0, 3, 0);
        assertThat(alice().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.granted()).isEqualTo(5));
    }

    @Test
    void theFloorPolicyForgivesWhatWasSpent() {
        granted(10, "g");
        book(spend(7, "s"));
        assertThat(book(clawback("g", 10, "claw", ClawbackPolicy.FLOOR)).amount())
                .isEqualTo(-3);
        assertThat(book(clawback("g", 10, "again", ClawbackPolicy.FLOOR)).amount())
                .isZero();
        expectBalance(0, 0, 0, 0);
    }

    @Test
    void theBlockPolicyBlocksOnlyWhereSomethingIsOwed() {
        granted(10, "g");
        book(clawback("g", 10, "whole", ClawbackPolicy.BLOCK));
        assertThat(alice().settings().status()).isEqualTo(AccountStatus.OPEN);
        configured(overdraft(3), "o");
        book(clawback("g", 1, "more", ClawbackPolicy.BLOCK));
        assertThat(alice().settings()).isEqualTo(overdraft(3).withStatus(AccountStatus.BLOCKED));
    }

    @Test
    void aClosedAccountStaysClosedAndOwes() {
        granted(10, "g");
        closed();
        book(clawback("g", 10, "claw", ClawbackPolicy.BLOCK));
        assertThat(alice().settings().status()).isEqualTo(AccountStatus.CLOSED);
        expectBalance(-10, 0, 0, 10);
    }

    @ParameterizedTest
    @EnumSource(ClawbackPolicy.class)
    void tokensOnHoldAreLeftToTheirWork(ClawbackPolicy policy) {
        granted(10, "g");
        book(hold(10, "h"));
        book(clawback("g", 10, "claw", policy));
        assertThat(balance().held()).isEqualTo(10);
        book(capture("h", 10, "c"));
    }

    @Test
    void onlyACreditOfTheAccountIsASource() {
        granted(10, "g");
        book(spend(1, "s"));
        assertThat(ask(clawback("s", 1, "c1", ClawbackPolicy.DEBT))).isEqualTo(new UnknownSource(ALICE, key("s")));
        assertThat(ask(clawback("no", 1, "c2", ClawbackPolicy.DEBT))).isEqualTo(new UnknownSource(ALICE, key("no")));
        assertThat(ask(clawback("c3", 1, "c3", ClawbackPolicy.DEBT))).isEqualTo(new UnknownSource(ALICE, key("c3")));
        assertThat(ask(new Clawback(BOB, key("g"), 1, key("c4"), ClawbackPolicy.DEBT, Details.NONE)))
                .isEqualTo(new UnknownSource(BOB, key("g")));
        assertThat(ask(new Reinstatement(ALICE, key("s"), 1, key("r"), Details.NONE)))
                .isEqualTo(new UnknownSource(ALICE, key("s")));
    }

    @Test
    void tokensAreGivenAgainUnderTheTermsOfTheFirstLotAndPayDebtsFirst() {
        LotTerms terms = new LotTerms(START.plus(Duration.ofDays(3)), 5, Funding.PAID);
        book(grant(10, "g").withTerms(terms));
        book(spend(4, "s"));
        book(clawback("g", 10, "claw", ClawbackPolicy.DEBT));
        book(new Reinstatement(ALICE, key("g"), 10, key("again"), Details.NONE));
        expectBalance(6, 0, 6, 0);
        assertThat(alice().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.terms()).isEqualTo(terms));
    }

    @Test
    @StripeRule(103)
    void tokensGivenAgainAfterTheirExpiryAreNeverShown() {
        book(grant(10, "g").expiring(START.plusSeconds(60)));
        book(clawback("g", 10, "claw", ClawbackPolicy.DEBT));
        later(Duration.ofHours(1));
        book(new Reinstatement(ALICE, key("g"), 10, key("again"), Details.NONE));
        expectBalance(0, 0, 0, 0);
        granted(1, "next");
        assertThat(types()).endsWith(EntryType.REINSTATE, EntryType.EXPIRE, EntryType.GRANT);
    }

    @Test
    void moneyReachesAccountsInEveryStatus() {
        granted(10, "g");
        blocked();
        book(purchase("p1"));
        book(new Reinstatement(ALICE, key("g"), 1, key("r1"), Details.NONE));
        configured(AccountSettings.DEFAULT, "open");
        closed();
        book(purchase("p2"));
        book(new Reinstatement(ALICE, key("g"), 1, key("r2"), Details.NONE));
        expectBalance(6, 0, 6, 0);
    }

    @Test
    void whatWasReceivedCanBeTakenBackToo() {
        granted(10, "g");
        book(Transfer.of(ALICE, BOB, 10, key("t")));
        LedgerEntry received = ledger.history(BOB).get(0);
        book(new Clawback(BOB, received.key(), 10, key("claw"), ClawbackPolicy.DEBT, Details.NONE));
        assertThat(ledger.account(BOB).balance()).isZero();
    }

    private static Purchase purchase(String key) {
        PurchaseDetails sale = new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_1", "pi_1", null);
        return new Purchase(ALICE, 5, key(key), sale, Details.NONE);
    }
}
