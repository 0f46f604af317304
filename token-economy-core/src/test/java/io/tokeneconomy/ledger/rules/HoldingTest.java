package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Outcome.ExceedsHold;
import io.tokeneconomy.ledger.Outcome.HoldNotOpen;
import io.tokeneconomy.ledger.Outcome.Insufficient;
import io.tokeneconomy.ledger.Release;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tokens set aside: used, given back, timed out. */
class HoldingTest extends RulesFixture {

    @Test
    void aHoldTakesWhatIsThereAndNotOneMore() {
        granted(10, "g");
        assertThat(ask(hold(11, "much"))).isEqualTo(new Insufficient(ALICE, 10, 11));
        book(hold(10, "h"));
        expectBalance(10, 10, 0, 0);
        assertThat(ask(spend(1, "s"))).isEqualTo(new Insufficient(ALICE, 0, 1));
    }

    @Test
    void aHoldTakesNoOverdraft() {
        configured(overdraft(50), "c");
        granted(10, "g");
        assertThat(ask(hold(11, "h"))).isEqualTo(new Insufficient(ALICE, 10, 11));
    }

    @Test
    void capturingLessGivesTheRestBack() {
        granted(10, "g");
        book(hold(8, "h"));
        LedgerEntry entry = book(capture("h", 5, "c"));
        assertThat(entry.amount()).isEqualTo(-5);
        expectBalance(5, 0, 5, 0);
        assertThat(ask(capture("h", 1, "again"))).isEqualTo(new HoldNotOpen(ALICE, key("h")));
    }

    @Test
    void capturingAllOfItClosesIt() {
        granted(10, "g");
        book(hold(8, "h"));
        book(capture("h", 8, "c").keepingRest());
        expectBalance(2, 0, 2, 0);
        assertThat(alice().holds()).isEmpty();
    }

    @Test
    void aHoldCanBeCapturedInParts() {
        granted(10, "g");
        book(hold(8, "h"));
        book(capture("h", 3, "c1").keepingRest());
        expectBalance(7, 5, 2, 0);
        assertThat(ask(capture("h", 6, "much").keepingRest())).isEqualTo(new ExceedsHold(ALICE, key("h"), 5, 6));
        book(capture("h", 4, "c2").keepingRest());
        book(release("h", "r"));
        expectBalance(3, 0, 3, 0);
    }

    @Test
    void moreThanAHoldHasIsSpentFromTheRestAndTheOverdraft() {
        configured(overdraft(5), "o");
        granted(10, "g");
        book(hold(8, "h"));
        assertThat(ask(capture("h", 9, "c"))).isEqualTo(new ExceedsHold(ALICE, key("h"), 8, 9));
        assertThat(ask(capture("h", 16, "c").exceeding())).isEqualTo(new Insufficient(ALICE, 7, 8));
        book(capture("h", 15, "c").exceeding());
        expectBalance(-5, 0, 0, 5);
    }

    @Test
    void aBlockedAccountFinishesItsHoldsButSpendsNothingBeyondThem() {
        granted(10, "g");
        book(hold(4, "h1"));
        book(hold(4, "h2"));
        blocked();
        assertThat(ask(capture("h1", 5, "more").exceeding())).isInstanceOf(Outcome.NotOpen.class);
        book(capture("h1", 4, "c").exceeding());
        book(release("h2", "r"));
        expectBalance(6, 0, 6, 0);
    }

    @Test
    void aCaptureTakesSoonestExpiryFirst() {
        book(grant(5, "late").expiring(START.plusSeconds(7_200)));
        book(grant(5, "soon").expiring(START.plusSeconds(3_600)));
        book(hold(10, "h"));
        LedgerEntry entry = book(capture("h", 6, "c"));
        assertThat(entry.movement().effects().lots()).containsExactly(new Allocation(1, 4));
    }

    @Test
    void aHoldTimesOutExactlyAtItsEnd() {
        granted(10, "g");
        book(hold(10, "h"));
        later(LedgerLimits.HOLD_TIME.minusNanos(1));
        expectBalance(10, 10, 0, 0);
        later(Duration.ofNanos(1));
        expectBalance(10, 0, 10, 0);
        assertThat(ask(capture("h", 1, "c"))).isEqualTo(new HoldNotOpen(ALICE, key("h")));
        assertThat(ask(release("h", "r"))).isEqualTo(new HoldNotOpen(ALICE, key("h")));
        assertThat(types()).containsExactly(EntryType.GRANT, EntryType.HOLD);
        book(spend(10, "s"));
        assertThat(types()).containsExactly(EntryType.GRANT, EntryType.HOLD, EntryType.TIMEOUT, EntryType.SPEND);
    }

    @Test
    void anExtensionCountsFromItsOwnTimeLaterOrEarlier() {
        granted(10, "g");
        book(hold(10, "h"));
        later(Duration.ofMinutes(14));
        book(ExtendHold.of(ALICE, key("h"), Duration.ofMinutes(10), key("e1")));
        assertThat(alice().holds().get(0).expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        book(ExtendHold.of(ALICE, key("h"), Duration.ofSeconds(1), key("e2")));
        later(Duration.ofSeconds(1));
        assertThat(ask(ExtendHold.of(ALICE, key("h"), Duration.ofSeconds(1), key("e3"))))
                .isEqualTo(new HoldNotOpen(ALICE, key("h")));
    }

    @Test
    void heldTokensDoNotExpireUntilTheyComeBack() {
        book(grant(10, "g").expiring(START.plusSeconds(60)));
        book(hold(6, "h"));
        later(Duration.ofSeconds(60));
        expectBalance(6, 6, 0, 0);
        book(capture("h", 2, "c").keepingRest());
        expectBalance(4, 4, 0, 0);
        book(release("h", "r"));
        expectBalance(0, 0, 0, 0);
        later(Duration.ofSeconds(1));
        granted(1, "next");
        assertThat(types())
                .containsExactly(
                        EntryType.GRANT,
                        EntryType.HOLD,
                        EntryType.EXPIRE,
                        EntryType.CAPTURE,
                        EntryType.RELEASE,
                        EntryType.EXPIRE,
                        EntryType.GRANT);
    }

    @Test
    void aTimeoutGivesTokensBackToAnExpiredLotWhichExpiresAtOnce() {
        book(grant(10, "g").expiring(START.plusSeconds(60)));
        book(hold(10, "h"));
        later(Duration.ofHours(1));
        expectBalance(0, 0, 0, 0);
        granted(1, "next");
        assertThat(types())
                .containsExactly(EntryType.GRANT, EntryType.HOLD, EntryType.TIMEOUT, EntryType.EXPIRE, EntryType.GRANT);
    }

    @Test
    void whatComesBackPaysDebtsFirst() {
        granted(10, "g");
        book(hold(10, "h"));
        book(clawback("g", 4, "claw", ClawbackPolicy.DEBT));
        expectBalance(6, 10, 0, 4);
        book(capture("h", 3, "c"));
        expectBalance(3, 0, 3, 0);
    }

    @Test
    void aHoldBelongsToOneAccount() {
        granted(10, "g");
        book(hold(10, "h"));
        assertThat(ask(Release.of(BOB, key("h"), key("r")))).isEqualTo(new HoldNotOpen(BOB, key("h")));
        assertThat(ask(release("g", "r"))).isEqualTo(new HoldNotOpen(ALICE, key("g")));
    }
}
