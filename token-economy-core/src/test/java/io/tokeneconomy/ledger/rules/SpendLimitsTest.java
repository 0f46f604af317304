package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Outcome.LimitReached;
import io.tokeneconomy.ledger.Outcome.TooMany;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No more than allowed in a day or a month, by anybody. */
class SpendLimitsTest extends RulesFixture {

    private static final SpendLimit DAY = SpendLimit.ofAccount(Period.DAY, 10);
    private static final SpendLimit EACH = SpendLimit.ofEachMember(Period.DAY, 10);

    @Test
    void exactlyTheLimitAndNotOneMore() {
        granted(100, "g");
        limited("c", DAY);
        book(spend(4, "s1"));
        assertThat(ask(spend(7, "s2"))).isEqualTo(new LimitReached(ALICE, DAY, 4, 7));
        book(spend(6, "s3"));
        assertThat(ask(hold(1, "h"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
    }

    @Test
    void aDayEndsAtMidnightAndAMonthOnItsLastDay() {
        granted(100, "g");
        SpendLimit month = SpendLimit.ofAccount(Period.MONTH, 15);
        limited("c", DAY, month);
        book(spend(10, "s1"));
        now = Instant.parse("2026-11-22T23:59:59.999999Z");
        assertThat(ask(spend(1, "s2"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
        now = Instant.parse("2026-11-23T00:00:00Z");
        book(spend(5, "s3"));
        assertThat(ask(spend(1, "s4"))).isEqualTo(new LimitReached(ALICE, month, 15, 1));
        now = Instant.parse("2026-12-01T00:00:00Z");
        book(spend(10, "s5"));
    }

    @Test
    void eachMemberHasHisOwnAndHisOwnBesides() {
        granted(100, "g");
        SpendLimit bens = SpendLimit.ofMember("ben", Period.DAY, 6);
        limited("c", EACH, bens);
        book(spend(10, "ann").by("ann"));
        assertThat(ask(spend(1, "ann more").by("ann"))).isEqualTo(new LimitReached(ALICE, EACH, 10, 1));
        assertThat(ask(spend(7, "ben").by("ben"))).isEqualTo(new LimitReached(ALICE, bens, 0, 7));
        book(spend(6, "ben").by("ben"));
        book(spend(50, "nobody"));
        assertThat(alice().counters().usage()).hasSize(2);
    }

    @Test
    void aMemberWithTwoLimitsIsCountedOnce() {
        granted(100, "g");
        limited("c", EACH, SpendLimit.ofMember("ann", Period.DAY, 10));
        book(spend(5, "s").by("ann"));
        book(hold(5, "h").by("ann"));
        book(release("h", "r"));
        assertThat(alice().counters().usage()).extracting(Usage::tokens).containsExactly(5L);
    }

    @Test
    void whatIsOnHoldCountsUntilItIsGivenBack() {
        granted(100, "g");
        limited("c", DAY);
        book(hold(10, "h"));
        assertThat(ask(spend(1, "s"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
        book(capture("h", 4, "cap"));
        book(spend(6, "rest"));
        assertThat(ask(spend(1, "s"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
    }

    @Test
    void aHoldOfAnEarlierDayFreesNothingToday() {
        granted(100, "g");
        limited("c", DAY);
        book(hold(10, "h"));
        book(ExtendHold.of(ALICE, key("h"), Duration.ofDays(2), key("e")));
        later(Duration.ofDays(1));
        book(spend(10, "s"));
        book(release("h", "r"));
        assertThat(ask(spend(1, "more"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
    }

    @Test
    void aHoldThatStoodBeforeTheLimitCountsForItAndIsGivenBackToIt() {
        granted(100, "g");
        book(spend(50, "before"));
        book(hold(4, "h"));
        limited("c", DAY);
        assertThat(ask(spend(7, "s"))).isEqualTo(new LimitReached(ALICE, DAY, 4, 7));
        book(spend(6, "s"));
        book(release("h", "r"));
        book(spend(4, "rest"));
        assertThat(ask(spend(1, "more"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
    }

    @Test
    void aLimitThatIsOnlyChangedKeepsCounting() {
        granted(100, "g");
        limited("c1", DAY);
        book(spend(9, "s"));
        SpendLimit lower = SpendLimit.ofAccount(Period.DAY, 5);
        limited("c2", lower);
        assertThat(ask(spend(1, "s2"))).isEqualTo(new LimitReached(ALICE, lower, 9, 1));
        limited("c3");
        limited("c4", lower);
        book(spend(5, "s3"));
    }

    @Test
    void useOfNoTokenPassesNoLimit() {
        granted(100, "g");
        limited("c1", DAY);
        book(spend(9, "s"));
        limited("c2", SpendLimit.ofAccount(Period.DAY, 5));
        MeterRate rate = new MeterRate(1, 1_000);
        assertThat(book(MeteredSpend.of(ALICE, "words", 999, rate, key("free"))).amount())
                .isZero();
        assertThat(ask(MeteredSpend.of(ALICE, "words", 1, rate, key("one")))).isInstanceOf(LimitReached.class);
    }

    @Test
    void meteredUseAndMoreThanAHoldCountToo() {
        granted(100, "g");
        limited("c", DAY);
        book(MeteredSpend.of(ALICE, "words", 3_500, new MeterRate(1, 1_000), key("m")));
        book(hold(5, "h"));
        assertThat(ask(capture("h", 8, "cap").exceeding())).isEqualTo(new LimitReached(ALICE, DAY, 8, 3));
        book(capture("h", 7, "cap").exceeding());
        assertThat(ask(spend(1, "s"))).isEqualTo(new LimitReached(ALICE, DAY, 10, 1));
    }

    @Test
    void countsAsManySpendersAsItMay() {
        SpendLimit month = SpendLimit.ofEachMember(Period.MONTH, 10);
        ledger = PureLedger.with(counting(499, EACH, month));
        book(spend(1, "known").by("m-0"));
        book(spend(1, "last").by("m-499"));
        assertThat(alice().counters().usage()).hasSize(LedgerLimits.MAX_SPENDERS);
        assertThat(ask(spend(1, "one more").by("m-500")))
                .isEqualTo(new TooMany(ALICE, "spenders", LedgerLimits.MAX_SPENDERS));
        book(spend(1, "counted already").by("m-3"));
        book(spend(1, "nobody"));
        now = Instant.parse("2026-12-01T00:00:00Z");
        book(spend(1, "next month").by("m-500"));
    }

    /** What is on hold counts for a new limit, however many spenders there are already. */
    @Test
    void whoIsCountedMaySpendHoweverManyAre() {
        ledger = PureLedger.with(counting(LedgerLimits.MAX_SPENDERS, EACH));
        book(hold(1, "h").by("m-0"));
        limited("c", EACH, SpendLimit.ofEachMember(Period.MONTH, 10));
        assertThat(alice().counters().usage()).hasSize(LedgerLimits.MAX_SPENDERS + 1);
        book(spend(1, "counted already").by("m-0"));
        assertThat(ask(spend(1, "one more").by("m-1")))
                .isEqualTo(new TooMany(ALICE, "spenders", LedgerLimits.MAX_SPENDERS));
    }

    private static Account counting(int members, SpendLimit... limits) {
        List<Usage> usage = IntStream.range(0, members)
                .boxed()
                .flatMap(i -> Stream.of(limits).map(SpendLimit::period).map(period -> usage(period, "m-" + i)))
                .toList();
        return new Account(
                ALICE,
                Salts.of(ALICE),
                new ChainTip(7, Salts.of(BOB), START),
                new Totals(1_000, 0, 0),
                List.of(new Lot(1, 1_000, 1_000, LotTerms.FREE)),
                List.of(),
                AccountSettings.DEFAULT.withSpendLimits(List.of(limits)),
                new Counters(usage, Map.of()));
    }

    private static Usage usage(Period period, String member) {
        return new Usage(period, period.startOf(START), member, 1);
    }
}
