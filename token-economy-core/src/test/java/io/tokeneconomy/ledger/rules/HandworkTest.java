package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Outcome.HoldsOpen;
import io.tokeneconomy.ledger.Outcome.Insufficient;
import io.tokeneconomy.ledger.Outcome.KeyConflict;
import io.tokeneconomy.ledger.Outcome.NotOpen;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Transfer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do to accounts by hand, and what an account may do then. */
class HandworkTest extends RulesFixture {

    @Test
    void anAdjustmentAddsFreeTokensOrTakesWhatIsThere() {
        book(new Adjustment(ALICE, 10, key("more"), AUDIT));
        assertThat(alice().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.terms()).isEqualTo(LotTerms.FREE));
        assertThat(ask(new Adjustment(ALICE, -11, key("less"), AUDIT))).isEqualTo(new Insufficient(ALICE, 10, 11));
        LedgerEntry entry = book(new Adjustment(ALICE, -10, key("less"), AUDIT));
        assertThat(entry.details().description()).isEqualTo("by hand");
        assertThat(entry.details().metadata()).containsEntry(Audit.ACTOR, "eve");
        expectBalance(0, 0, 0, 0);
    }

    @Test
    void anAdjustmentTakesNoOverdraftAndPaysDebtsFirst() {
        configured(overdraft(5), "c");
        book(spend(5, "s"));
        assertThat(ask(new Adjustment(ALICE, -1, key("less"), AUDIT))).isEqualTo(new Insufficient(ALICE, 0, 1));
        book(new Adjustment(ALICE, 7, key("more"), AUDIT));
        expectBalance(2, 0, 2, 0);
    }

    @Test
    void aBlockedAccountSpendsHoldsAndSendsNothing() {
        granted(10, "g");
        book(hold(2, "h"));
        blocked();
        NotOpen blocked = new NotOpen(ALICE, AccountStatus.BLOCKED);
        assertThat(ask(spend(1, "s"))).isEqualTo(blocked);
        assertThat(ask(hold(1, "h2"))).isEqualTo(blocked);
        assertThat(ask(Transfer.of(ALICE, BOB, 1, key("t")))).isEqualTo(blocked);
        assertThat(ask(MeteredSpend.of(ALICE, "m", 1, new MeterRate(1, 2), key("m"))))
                .isEqualTo(blocked);
        assertThat(balance().overdraft()).isZero();
        granted(1, "gift");
        book(ExtendHold.of(ALICE, key("h"), Duration.ofHours(1), key("e")));
        book(capture("h", 1, "c"));
        configured(AccountSettings.DEFAULT, "open");
        book(spend(10, "s"));
    }

    @Test
    void closingForfeitsWhatIsLeft() {
        configured(overdraft(5).withSpendLimits(List.of(SpendLimit.ofAccount(Period.DAY, 50))), "c");
        granted(10, "g");
        book(spend(1, "s"));
        assertThat(closed().amount()).isEqualTo(-9);
        expectBalance(0, 0, 0, 0);
        assertThat(alice().settings()).isEqualTo(AccountSettings.DEFAULT.withStatus(AccountStatus.CLOSED));
        assertThat(alice().counters().usage()).isEmpty();
    }

    @Test
    void closingForgetsPartsOfATokenThatWereNotFilled() {
        granted(10, "g");
        book(MeteredSpend.of(ALICE, "m", 1, new MeterRate(1, 2), key("m1")));
        closed();
        configured(AccountSettings.DEFAULT, "open");
        assertThat(book(MeteredSpend.of(ALICE, "m", 1, new MeterRate(1, 2), key("m2")))
                        .amount())
                .isZero();
    }

    @Test
    void closingWritesOffWhatIsOwed() {
        granted(10, "g");
        book(spend(10, "s"));
        book(clawback("g", 10, "claw", ClawbackPolicy.DEBT));
        assertThat(closed().amount()).isEqualTo(10);
        expectBalance(0, 0, 0, 0);
    }

    @Test
    void anAccountWithOpenHoldsCannotBeClosed() {
        granted(10, "g");
        book(hold(1, "h1"));
        book(hold(1, "h2"));
        Closure closure = new Closure(ALICE, key("close"), AUDIT);
        assertThat(ask(closure)).isEqualTo(new HoldsOpen(ALICE, 2));
        later(LedgerLimits.HOLD_TIME);
        assertThat(book(closure).amount()).isEqualTo(-10);
    }

    @Test
    void aClosedAccountGetsAndSpendsNothingUntilItIsOpenedAgain() {
        granted(10, "g");
        ledger.apply(Grant.of(BOB, 5, key("bobs")), now);
        closed();
        NotOpen closed = new NotOpen(ALICE, AccountStatus.CLOSED);
        assertThat(ask(grant(1, "g2"))).isEqualTo(closed);
        assertThat(ask(spend(1, "s"))).isEqualTo(closed);
        assertThat(ask(Transfer.of(BOB, ALICE, 1, key("t")))).isEqualTo(closed);
        assertThat(ask(new Adjustment(ALICE, 1, key("a"), AUDIT))).isEqualTo(closed);
        assertThat(ask(new Closure(ALICE, key("again"), AUDIT))).isEqualTo(closed);
        configured(AccountSettings.DEFAULT, "open");
        granted(1, "g2");
        expectBalance(1, 0, 1, 0);
    }

    @Test
    void onlyAClosureCloses() {
        AccountSettings closed = AccountSettings.DEFAULT.withStatus(AccountStatus.CLOSED);
        assertThatThrownBy(() -> new Configuration(ALICE, closed, key("c"), AUDIT))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a closure closes");
    }

    @Test
    void anOverdraftIsSpentAfterAllTokensAndShown() {
        configured(overdraft(5), "c");
        granted(10, "g");
        assertThat(balance().spendable()).isEqualTo(15);
        assertThat(ask(spend(16, "s"))).isEqualTo(new Insufficient(ALICE, 15, 16));
        book(spend(13, "s"));
        expectBalance(-3, 0, 0, 3);
        assertThat(balance().overdraft()).isEqualTo(2);
        configured(overdraft(1), "lower");
        assertThat(balance().overdraft()).isZero();
        assertThat(ask(spend(1, "s2"))).isEqualTo(new Insufficient(ALICE, 0, 1));
    }

    @Test
    void aTransferKeepsTheTermsOfEveryKindOfTokens() {
        LotTerms paid = new LotTerms(START.plusSeconds(60), 3, Funding.PAID);
        book(grant(3, "g1").withTerms(paid));
        book(grant(4, "g2").withTerms(paid));
        granted(5, "g3");
        LedgerEntry out = book(Transfer.of(ALICE, BOB, 9, key("t")));
        assertThat(out.amount()).isEqualTo(-9);
        assertThat(ledger.history(BOB)).extracting(LedgerEntry::amount).containsExactly(7L, 2L);
        assertThat(ledger.account(BOB).lots()).extracting(lot -> lot.terms()).containsExactly(paid, LotTerms.FREE);
        assertThat(ledger.history(BOB).get(1).key().value()).isEqualTo("te:in:2:t");
        assertThat(ask(Transfer.of(ALICE, BOB, 9, key("t"))).stands()).isTrue();
        assertThat(ledger.account(BOB).balance()).isEqualTo(9);
    }

    @Test
    void aTransferTakesNeitherOverdraftNorHeldTokens() {
        configured(overdraft(5), "c");
        granted(10, "g");
        book(hold(4, "h"));
        assertThat(ask(Transfer.of(ALICE, BOB, 7, key("t")))).isEqualTo(new Insufficient(ALICE, 6, 7));
        book(Transfer.of(ALICE, BOB, 6, key("t")));
    }

    @Test
    void aTransferToAnotherReceiverIsAnotherOperation() {
        granted(10, "g");
        book(Transfer.of(ALICE, BOB, 1, key("t")));
        assertThat(ask(Transfer.of(ALICE, AccountId.of("carol"), 1, key("t")))).isInstanceOf(KeyConflict.class);
    }
}
