package io.tokeneconomy.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** When an attempt may be begun, at the edges of cooldown, back-off and cap. */
class TopUpTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-12-01T00:00:00Z");
    private static final Duration MICRO = Duration.ofNanos(1_000);
    private static final Duration COOLDOWN = Duration.ofMinutes(10);
    private static final Money PRICE = Money.of(999, "usd");
    private static final OrderId ORDER = OrderId.firstAt(NOON);

    @Test
    void aFirstAttemptMayBeBegunAtOnce() {
        assertThat(allowed(TopUpCap.times(Period.DAY, 1)).nextAttemptAt(PRICE, NOON))
                .contains(NOON);
    }

    @Test
    void nothingIsBegunWhileSomethingIsInFlight() {
        TopUp begun = allowed(TopUpCap.times(Period.DAY, 9)).begun(ORDER, PRICE, NOON);
        assertThat(begun.nextAttemptAt(PRICE, NOON.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void theCooldownIsKeptToTheMicrosecond() {
        TopUp paid =
                allowed(TopUpCap.times(Period.DAY, 9)).begun(ORDER, PRICE, NOON).paid();
        Instant over = NOON.plus(COOLDOWN);
        assertThat(paid.nextAttemptAt(PRICE, over.minus(MICRO))).contains(over);
        assertThat(paid.nextAttemptAt(PRICE, over)).contains(over);
        assertThat(paid.nextAttemptAt(PRICE, over.plus(MICRO))).contains(over.plus(MICRO));
    }

    @Test
    void aDayEndsAtMidnightUtc() {
        TopUp full =
                allowed(TopUpCap.times(Period.DAY, 1)).begun(ORDER, PRICE, NOON).paid();
        assertThat(full.nextAttemptAt(PRICE, MIDNIGHT.minus(MICRO))).contains(MIDNIGHT);
        assertThat(full.nextAttemptAt(PRICE, MIDNIGHT)).contains(MIDNIGHT);
    }

    @Test
    void aMonthEndsWithItsLastDay() {
        TopUp full = allowed(TopUpCap.times(Period.MONTH, 1))
                .begun(ORDER, PRICE, Instant.parse("2026-11-01T00:00:00Z"))
                .paid();
        assertThat(full.nextAttemptAt(PRICE, MIDNIGHT.minus(MICRO))).contains(MIDNIGHT);
        assertThat(full.nextAttemptAt(PRICE, MIDNIGHT)).contains(MIDNIGHT);
    }

    @Test
    void aCapOfMoneyIsFilledToTheLastCent() {
        TopUp twice = allowed(TopUpCap.money(Period.DAY, 1_998));
        TopUp once = twice.begun(ORDER, PRICE, NOON).paid();
        Instant later = NOON.plus(COOLDOWN);
        assertThat(once.nextAttemptAt(PRICE, later)).contains(later);
        TopUp tooLittle = allowed(TopUpCap.money(Period.DAY, 1_997))
                .begun(ORDER, PRICE, NOON)
                .paid();
        assertThat(tooLittle.nextAttemptAt(PRICE, later)).contains(MIDNIGHT);
        assertThat(allowed(TopUpCap.money(Period.DAY, 998)).nextAttemptAt(PRICE, NOON))
                .as("a single one is above the cap")
                .isEmpty();
    }

    @Test
    void theStricterOfBothCapsHolds() {
        TopUpCap both = new TopUpCap(Period.DAY, 1L, 99_999L);
        assertThat(allowed(both).begun(ORDER, PRICE, NOON).paid().nextAttemptAt(PRICE, NOON.plus(COOLDOWN)))
                .contains(MIDNIGHT);
    }

    /** Whoever began it may only have slept. */
    @Test
    void whatWasGivenUpCountsForTheCap() {
        TopUp begun = allowed(TopUpCap.times(Period.DAY, 1)).begun(ORDER, PRICE, NOON);

        assertThat(begun.abandoned().progress().inFlight()).isNull();
        assertThat(begun.abandoned().nextAttemptAt(PRICE, NOON)).contains(MIDNIGHT);
    }

    @Test
    void whatFailedDoesNotCountForTheCap() {
        TopUp begun = allowed(TopUpCap.times(Period.DAY, 1)).begun(ORDER, PRICE, NOON);
        Instant hourLater = NOON.plus(Duration.ofHours(1));
        assertThat(begun.declined(PRICE, "no", NOON).nextAttemptAt(PRICE, NOON)).contains(hourLater);
        assertThat(begun.failed(PRICE, "no", NOON).nextAttemptAt(PRICE, NOON)).contains(hourLater);
    }

    @Test
    void whatWasBegunBeforeMidnightCountsForThatDayAlsoWhenItFailsAfterIt() {
        TopUp late = allowed(TopUpCap.times(Period.DAY, 2)).begun(ORDER, PRICE, MIDNIGHT.minusSeconds(1));
        TopUp nextDay = late.paid().begun(ORDER, PRICE, MIDNIGHT.plus(COOLDOWN));
        assertThat(nextDay.progress().day()).isEqualTo(new TopUpTally(MIDNIGHT, 1, 999));
        assertThat(late.declined(PRICE, "no", MIDNIGHT).progress().day().times())
                .isZero();
    }

    @Test
    void declinesBackOffAndThenEnd() {
        TopUp topUp = allowed(TopUpCap.times(Period.MONTH, 999));
        Instant now = NOON;
        for (long hours : List.of(1L, 2L, 4L, 8L, 16L, 24L)) {
            topUp = topUp.begun(ORDER, PRICE, now).declined(PRICE, "no", now);
            now = now.plus(Duration.ofHours(hours));
            assertThat(topUp.nextAttemptAt(PRICE, now.minus(MICRO))).contains(now);
        }
        topUp = topUp.begun(ORDER, PRICE, now).declined(PRICE, "no", now);
        assertThat(topUp.progress().off()).isEqualTo(TopUpOff.DECLINED_TOO_OFTEN);
        assertThat(topUp.nextAttemptAt(PRICE, now.plus(Duration.ofDays(99)))).isEmpty();
    }

    @Test
    void moneyEndsTheSeriesOfDeclines() {
        TopUp topUp = allowed(TopUpCap.times(Period.DAY, 9))
                .begun(ORDER, PRICE, NOON)
                .declined(PRICE, "no", NOON)
                .begun(ORDER, PRICE, NOON)
                .paid();
        assertThat(topUp.progress().declines()).isZero();
        assertThat(topUp.progress().trouble()).isNull();
    }

    @Test
    void allowingItAgainEmptiesNeitherCapNorCooldown() {
        TopUp full =
                allowed(TopUpCap.times(Period.DAY, 1)).begun(ORDER, PRICE, NOON).paid();
        TopUp again =
                full.turnedOff(TopUpOff.DISABLED).allowedAgain(full.settings(), PRICE, 110, "pm_2", "visa 0002", NOON);
        assertThat(again.isOn()).isTrue();
        assertThat(again.nextAttemptAt(PRICE, NOON)).contains(MIDNIGHT);
        TopUp wider = full.allowedAgain(
                TopUpSettings.of("popular", 10, TopUpCap.times(Period.DAY, 2)), PRICE, 110, "pm_2", "visa 0002", NOON);
        assertThat(wider.nextAttemptAt(PRICE, NOON)).contains(NOON.plus(TopUpSettings.DEFAULT_COOLDOWN));
    }

    @Test
    void allowingACapOfAnotherPeriodEmptiesNeitherOfThem() {
        TopUpSettings daily = TopUpSettings.of("popular", 10, TopUpCap.times(Period.DAY, 1));
        TopUpSettings monthly = TopUpSettings.of("popular", 10, TopUpCap.times(Period.MONTH, 1));
        Instant first = Instant.parse("2026-11-02T12:00:00Z");
        TopUp full = allowed(daily.cap()).begun(ORDER, PRICE, first).paid();
        TopUp other = full.allowedAgain(monthly, PRICE, 110, "pm_1", "visa 4242", first);
        Instant nextDay = first.plus(Duration.ofDays(1));
        assertThat(other.nextAttemptAt(PRICE, nextDay)).contains(MIDNIGHT);
        TopUp back = other.allowedAgain(daily, PRICE, 110, "pm_1", "visa 4242", nextDay);
        assertThat(back.nextAttemptAt(PRICE, nextDay)).contains(nextDay);
        assertThat(back.allowedAgain(monthly, PRICE, 110, "pm_1", "visa 4242", nextDay)
                        .nextAttemptAt(PRICE, nextDay))
                .contains(MIDNIGHT);
    }

    @Test
    void whatTheBuyerSwitchedOffNothingElseSwitchesOff() {
        TopUp off = allowed(TopUpCap.times(Period.DAY, 1)).turnedOff(TopUpOff.DISABLED);
        assertThat(off.turnedOff(TopUpOff.CARD_GONE).progress().off()).isEqualTo(TopUpOff.DISABLED);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        TopUpCap cap = TopUpCap.times(Period.DAY, 1);
        refused("cap", () -> new TopUpCap(Period.DAY, null, null));
        refused("cap times", () -> TopUpCap.times(Period.DAY, 0));
        refused("cap times", () -> TopUpCap.times(Period.DAY, TopUpCap.MAX_TIMES + 1));
        refused("cap amountMinor", () -> TopUpCap.money(Period.DAY, 0));
        refused("threshold", () -> TopUpSettings.of("popular", 0, cap));
        refused("cooldown", () -> TopUpSettings.of("popular", 1, cap).withCooldown(Duration.ofSeconds(59)));
        refused(
                "cooldown",
                () -> TopUpSettings.of("popular", 1, cap).withCooldown(TopUpSettings.MAX_COOLDOWN.plusSeconds(1)));
        assertThat(TopUpSettings.of("popular", 1, cap)
                        .withCooldown(TopUpSettings.MIN_COOLDOWN)
                        .cooldown())
                .isEqualTo(TopUpSettings.MIN_COOLDOWN);
    }

    private static void refused(String field, ThrowingCallable making) {
        assertThatThrownBy(making)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static TopUp allowed(TopUpCap cap) {
        TopUpSettings settings = new TopUpSettings("popular", 10, cap, COOLDOWN);
        return new TopUp(settings, PRICE, 110, "pm_1", "visa 4242", NOON, TopUpProgress.NONE);
    }
}
