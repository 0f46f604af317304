package io.tokeneconomy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values may be, each at its edge. */
class VocabularyTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final IdempotencyKey KEY = IdempotencyKey.of("k");
    private static final LotTerms FREE = LotTerms.FREE;
    private static final Details NONE = Details.NONE;
    private static final PurchaseDetails SALE =
            new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_1", null, null);
    private static final Audit AUDIT = new Audit("eve", "by hand");

    static Stream<LongFunction<Operation>> amounts() {
        return Stream.of(
                amount -> Grant.of(ALICE, amount, KEY),
                amount -> new Purchase(ALICE, amount, KEY, SALE, NONE),
                amount -> Spend.of(ALICE, amount, KEY),
                amount -> MeteredSpend.of(ALICE, "m", amount, new MeterRate(1, 1), KEY),
                amount -> PlaceHold.of(ALICE, amount, KEY),
                amount -> Capture.of(ALICE, KEY, amount, KEY),
                amount -> new Clawback(ALICE, KEY, amount, KEY, ClawbackPolicy.DEBT, NONE),
                amount -> new Reinstatement(ALICE, KEY, amount, KEY, NONE),
                amount -> Transfer.of(ALICE, AccountId.of("bob"), amount, KEY));
    }

    @ParameterizedTest
    @MethodSource("amounts")
    void amountsAreFromOneToTheLargest(LongFunction<Operation> operation) {
        assertThat(operation.apply(1)).isEqualTo(operation.apply(1));
        assertThat(operation.apply(LedgerLimits.MAX_AMOUNT)).isNotEqualTo(operation.apply(1));
        for (long wrong : new long[] {0, -1, LedgerLimits.MAX_AMOUNT + 1, Long.MIN_VALUE}) {
            refused(() -> operation.apply(wrong), String.valueOf(wrong));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LedgerLimits.MAX_AMOUNT + 1, -LedgerLimits.MAX_AMOUNT - 1, Long.MIN_VALUE})
    void anAdjustmentIsNotZeroAndNotTooLargeEitherWay(long wrong) {
        refused(() -> new Adjustment(ALICE, wrong, KEY, AUDIT), "amount");
        for (long right : new long[] {1, -1, LedgerLimits.MAX_AMOUNT, -LedgerLimits.MAX_AMOUNT}) {
            assertThat(new Adjustment(ALICE, right, KEY, AUDIT).amount()).isEqualTo(right);
        }
    }

    @Test
    void aHoldLastsFromAMillisecondToAYear() {
        assertThat(PlaceHold.of(ALICE, 1, KEY).timeout()).isEqualTo(LedgerLimits.HOLD_TIME);
        for (Duration right :
                List.of(Duration.ofMillis(1), LedgerLimits.MAX_HOLD_TIME, LedgerLimits.MAX_HOLD_TIME.plusNanos(1))) {
            Duration kept = right.compareTo(LedgerLimits.MAX_HOLD_TIME) > 0 ? LedgerLimits.MAX_HOLD_TIME : right;
            assertThat(PlaceHold.of(ALICE, 1, KEY, right).timeout()).isEqualTo(kept);
            assertThat(ExtendHold.of(ALICE, KEY, right, KEY).timeout()).isEqualTo(kept);
        }
        for (Duration wrong : List.of(
                Duration.ofNanos(999_999),
                Duration.ZERO,
                Duration.ofMillis(-1),
                LedgerLimits.MAX_HOLD_TIME.plusMillis(1),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE))) {
            refused(() -> PlaceHold.of(ALICE, 1, KEY, wrong), "timeout");
            refused(() -> ExtendHold.of(ALICE, KEY, wrong, KEY), "timeout");
        }
    }

    @Test
    void membersHaveNamesButNotTheOneThatMeansEachOfThem() {
        String longest = "m".repeat(LedgerLimits.MAX_ACCOUNT_ID);
        assertThat(Spend.of(ALICE, 1, KEY).by(longest).member()).isEqualTo(longest);
        for (String wrong : List.of("", " ", "*", longest + "m", "a\nb")) {
            refused(() -> Spend.of(ALICE, 1, KEY).by(wrong), "member");
            refused(() -> PlaceHold.of(ALICE, 1, KEY).by(wrong), "member");
            refused(
                    () -> MeteredSpend.of(ALICE, "m", 1, new MeterRate(1, 1), KEY)
                            .by(wrong),
                    "member");
        }
        for (String wrong : List.of("", " ", longest + "m", "a\nb")) {
            refused(() -> SpendLimit.ofMember(wrong, Period.DAY, 1), "member");
        }
    }

    @Test
    void aMeterHasANameAndARate() {
        String longest = "m".repeat(LedgerLimits.MAX_METER);
        MeterRate rate = new MeterRate(MeterRate.MAX, MeterRate.MAX);
        assertThat(MeteredSpend.of(ALICE, longest, 1, rate, KEY).meter()).isEqualTo(longest);
        refused(() -> MeteredSpend.of(ALICE, longest + "m", 1, rate, KEY), "meter");
        refused(() -> MeteredSpend.of(ALICE, "", 1, rate, KEY), "meter");
        for (long wrong : new long[] {0, -1, MeterRate.MAX + 1}) {
            refused(() -> new MeterRate(wrong, 1), "tokens");
            refused(() -> new MeterRate(1, wrong), "units");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-1, 2", "0, 1000000000001", "3, 2"})
    void aRemainderIsLessThanOneToken(long numerator, long denominator) {
        refused(() -> new Remainder(numerator, denominator), "ator");
    }

    @Test
    void settingsHaveOneLimitForEachMemberAndPeriod() {
        SpendLimit day = SpendLimit.ofAccount(Period.DAY, 1);
        assertThat(limits(day, SpendLimit.ofAccount(Period.MONTH, 1), SpendLimit.ofEachMember(Period.DAY, 1)))
                .hasSize(3);
        refused(() -> limits(day, SpendLimit.ofAccount(Period.DAY, 2)), "spendLimits");
        SpendLimit[] most = IntStream.range(0, LedgerLimits.MAX_SPEND_LIMITS + 1)
                .mapToObj(i -> SpendLimit.ofMember("m" + i, Period.DAY, 1))
                .toArray(SpendLimit[]::new);
        assertThat(limits(Arrays.copyOf(most, LedgerLimits.MAX_SPEND_LIMITS))).hasSize(LedgerLimits.MAX_SPEND_LIMITS);
        refused(() -> limits(most), "spendLimits");
    }

    @Test
    void limitsAndOverdraftsHaveLimits() {
        assertThat(SpendLimit.ofAccount(Period.DAY, 0).tokens()).isZero();
        assertThat(SpendLimit.ofAccount(Period.DAY, LedgerLimits.MAX_BALANCE).tokens())
                .isEqualTo(LedgerLimits.MAX_BALANCE);
        refused(() -> SpendLimit.ofAccount(Period.DAY, -1), "tokens");
        refused(() -> SpendLimit.ofAccount(Period.DAY, LedgerLimits.MAX_BALANCE + 1), "tokens");
        assertThat(AccountSettings.DEFAULT
                        .withOverdraftLimit(LedgerLimits.MAX_AMOUNT)
                        .overdraftLimit())
                .isEqualTo(LedgerLimits.MAX_AMOUNT);
        refused(() -> AccountSettings.DEFAULT.withOverdraftLimit(-1), "overdraftLimit");
        refused(() -> AccountSettings.DEFAULT.withOverdraftLimit(LedgerLimits.MAX_AMOUNT + 1), "overdraftLimit");
    }

    @Test
    void handworkNamesWhoAndWhy() {
        refused(() -> new Audit("", "why"), "actor");
        refused(() -> new Audit("who", " "), "reason");
        refused(() -> new Audit("w".repeat(LedgerLimits.MAX_METADATA_VALUE + 1), "why"), "actor");
        refused(() -> new Audit("who", "w".repeat(LedgerLimits.MAX_DESCRIPTION + 1)), "reason");
        Audit longest =
                new Audit("w".repeat(LedgerLimits.MAX_METADATA_VALUE), "w".repeat(LedgerLimits.MAX_DESCRIPTION));
        assertThat(new Closure(ALICE, KEY, longest).details().metadata()).containsKey(Audit.ACTOR);
    }

    @Test
    void lotsHaveTermsWithinLimits() {
        assertThat(new LotTerms(null, LedgerLimits.MAX_PRIORITY, Funding.FREE)).isNotEqualTo(FREE);
        refused(() -> new LotTerms(null, LedgerLimits.MAX_PRIORITY + 1, Funding.FREE), "priority");
        refused(() -> new LotTerms(null, -LedgerLimits.MAX_PRIORITY - 1, Funding.FREE), "priority");
        refused(() -> new LotTerms(Instant.MAX, 0, Funding.FREE), "expiresAt");
        refused(() -> new Lot(1, 5, 6, FREE), "remaining");
        refused(() -> new Lot(1, 5, 0, FREE), "remaining");
        refused(() -> new Lot(0, 5, 5, FREE), "lot number");
        refused(() -> new Lot(1, LedgerLimits.MAX_BALANCE + 1, 1, FREE), "granted");
        refused(() -> new Allocation(1, 0), "allocation");
        refused(() -> new Allocation(0, 1), "lot");
    }

    @Test
    void totalsAddUpToNoLessThanNothing() {
        long most = LedgerLimits.MAX_BALANCE;
        assertThat(new Totals(most, 0, 0).available()).isEqualTo(most);
        assertThat(new Totals(-most, 0, most).available()).isZero();
        assertThat(new Totals(0, most, most).available()).isZero();
        refused(() -> new Totals(1, 2, 0), "available");
        refused(() -> new Totals(most, 0, 1), "available");
        refused(() -> new Totals(most + 1, 0, 0), "settled");
        refused(() -> new Totals(-most - 1, 0, most), "settled");
        refused(() -> new Totals(0, -1, 0), "held");
        refused(() -> new Totals(0, 0, -1), "debt");
    }

    @ParameterizedTest
    @EnumSource(EntryType.class)
    void theSignOfAnEntryFitsItsType(EntryType type) {
        String allowed = IntStream.of(1, 0, -1)
                .filter(amount -> type.allows(amount))
                .mapToObj(amount -> amount > 0 ? "+" : amount < 0 ? "-" : "0")
                .reduce("", String::concat);
        assertThat(allowed)
                .isEqualTo(
                        switch (type) {
                            case GRANT, PURCHASE, REINSTATE, TRANSFER_IN -> "+";
                            case CAPTURE, EXPIRE, TRANSFER_OUT -> "-";
                            case SPEND, CLAWBACK -> "0-";
                            case HOLD, RELEASE, TIMEOUT, EXTEND, CONFIGURE -> "0";
                            case ADJUST -> "+-";
                            case CLOSE -> "+0-";
                        });
    }

    @Test
    void keysHaveALength() {
        assertThat(IdempotencyKey.of("k".repeat(LedgerLimits.MAX_KEY)).isReserved())
                .isFalse();
        refused(() -> IdempotencyKey.of("k".repeat(LedgerLimits.MAX_KEY + 1)), "key");
        IdempotencyKey longest = IdempotencyKey.reserved("in:500", "k".repeat(LedgerLimits.MAX_KEY));
        assertThat(longest.isReserved()).isTrue();
        refused(() -> IdempotencyKey.reserved("", "k".repeat(LedgerLimits.MAX_RESERVED_KEY - 3)), "key");
        for (String wrong : List.of("", " ", "a b", "\u00e4", "te:mine", "a\n")) {
            refused(() -> IdempotencyKey.of(wrong), "key");
        }
    }

    @Test
    void aTransferGoesToSomebodyElse() {
        refused(() -> Transfer.of(ALICE, ALICE, 1, KEY), "to");
    }

    @Test
    void detailsHaveLengths() {
        String text = "t".repeat(LedgerLimits.MAX_DESCRIPTION + 1);
        refused(() -> NONE.withReference(text), "reference");
        refused(() -> NONE.withDescription(text), "description");
        refused(() -> NONE.withMetadata(Map.of("k", text)), "metadata.k");
        refused(() -> NONE.withMetadata(Map.of("k".repeat(LedgerLimits.MAX_METADATA_KEY + 1), "")), "metadata key");
    }

    private static List<SpendLimit> limits(SpendLimit... limits) {
        return AccountSettings.DEFAULT.withSpendLimits(List.of(limits)).spendLimits();
    }

    private static void refused(ThrowingCallable call, String naming) {
        assertThatThrownBy(call).isInstanceOf(InvalidValueException.class).hasMessageContaining(naming);
    }
}
