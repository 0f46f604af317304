package io.tokeneconomy.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.BulkIncompleteException;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final PriceList LIST = PriceList.of(
            Price.fixed("image", 5),
            Price.fixed("image", 8).from(NEW_YEAR),
            Price.metered("llm", new MeterRate(1, 1_000)),
            Price.metered("llm", new MeterRate(1, 500)).from(NEW_YEAR));

    private Instant now = Instant.parse("2026-12-31T23:59:00Z");
    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final LedgerEngine ledger = new LedgerEngine(store, () -> now, entry -> {});
    private final Prices prices = new Prices(ledger, LIST, () -> now);

    PricesTest() {
        ledger.grant(ALICE, 1_000, key("gift")).orElseThrow();
    }

    @AfterEach
    void close() {
        ledger.close();
        store.close();
    }

    @Test
    void anEntrySaysWhatWasPaidFor() {
        LedgerEntry entry = prices.spend(ALICE, "image", 2, key("images")).orElseThrow();

        assertThat(entry.amount()).isEqualTo(-10);
        assertThat(entry.details().metadata())
                .containsExactly(Map.entry("operation", "image"), Map.entry("price", "5"), Map.entry("quantity", "2"));
        now = NEW_YEAR;
        LedgerEntry later = prices.spend(ALICE, "image", 2, key("later")).orElseThrow();
        assertThat(later.amount()).isEqualTo(-16);
        assertThat(later.details().metadata()).containsEntry("price-from", NEW_YEAR.toString());
    }

    @Test
    void aUseAskedForAgainIsAReplayWhateverThePriceIsByNow() {
        LedgerEntry entry = prices.spend(ALICE, "image", 2, key("images")).orElseThrow();
        now = NEW_YEAR;

        assertThat(prices.spend(ALICE, "image", 2, key("images"))).isEqualTo(new Outcome.Replayed(entry));
        assertThat(ledger.balance(ALICE).available()).isEqualTo(990);
    }

    @Test
    void meteredUseAskedForAgainIsAReplayWhateverThePriceIsByNow() {
        LedgerEntry entry = prices.spend(ALICE, "llm", 1_500, key("words")).orElseThrow();
        now = NEW_YEAR;

        assertThat(prices.spend(ALICE, "llm", 1_500, key("words"))).isEqualTo(new Outcome.Replayed(entry));
        assertThat(prices.spend(ALICE, "llm", 1_501, key("words"))).isInstanceOf(Outcome.KeyConflict.class);
    }

    @Test
    void aUseAskedForAgainIsAReplayThoughItsOperationIsGone() {
        LedgerEntry entry = prices.spend(ALICE, "image", 2, key("images")).orElseThrow();
        Prices without = new Prices(ledger, PriceList.of(Price.fixed("video", 50)), () -> now);

        assertThat(without.spend(ALICE, "image", 2, key("images"))).isEqualTo(new Outcome.Replayed(entry));
        assertThatThrownBy(() -> without.spend(ALICE, "image", 2, key("more")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("video");
    }

    @Test
    void aUseAskedForAgainIsAReplayThoughItWouldCostTooMuchByNow() {
        AccountId rich = AccountId.of("rich");
        ledger.grant(rich, LedgerLimits.MAX_AMOUNT, key("much")).orElseThrow();
        long quantity = LedgerLimits.MAX_AMOUNT / 5;
        LedgerEntry entry = prices.spend(rich, "image", quantity, key("images")).orElseThrow();
        now = NEW_YEAR;

        assertThat(prices.spend(rich, "image", quantity, key("images"))).isEqualTo(new Outcome.Replayed(entry));
        assertThat(prices.spend(List.of(Use.of(rich, "image", quantity, key("images")))))
                .containsExactly(new Outcome.Replayed(entry));
        assertThat(prices.charge(rich, "image", quantity, key("images"), () -> "again"))
                .isEqualTo(new ChargeResult.AlreadyCharged<>(entry));
        assertThatThrownBy(() -> prices.spend(rich, "image", quantity, key("more")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at 8");
        assertThatThrownBy(() -> prices.spend(rich, "image", quantity + 1, key("images")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at 8");
    }

    @Test
    void aBulkAskedForAgainIsReplayedWhateverThePricesAreByNow() {
        List<Use> uses = List.of(
                Use.of(ALICE, "image", 1, key("a")),
                Use.of(ALICE, "llm", 1_500, key("b")),
                Use.of(ALICE, "image", 2, key("c")));
        List<Outcome> first = prices.spend(uses.subList(0, 2));
        ledger.spend(ALICE, 1, key("d")).orElseThrow();
        now = NEW_YEAR;

        List<Use> more = new ArrayList<>(uses);
        more.add(Use.of(ALICE, "image", 1, key("d")));
        more.add(Use.of(ALICE, "image", 7, key("a")));
        List<Outcome> again = prices.spend(more);

        assertThat(again.get(0)).isEqualTo(new Outcome.Replayed(first.get(0).orElseThrow()));
        assertThat(again.get(1)).isEqualTo(new Outcome.Replayed(first.get(1).orElseThrow()));
        assertThat(again.get(2).orElseThrow().amount()).isEqualTo(-16);
        assertThat(again.subList(3, 5)).allMatch(Outcome.KeyConflict.class::isInstance);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(1_000 - 5 - 1 - 1 - 16);
    }

    @Test
    void nothingOfABulkIsBookedWhenOneUseHasNoPrice() {
        assertThatThrownBy(() ->
                        prices.spend(List.of(Use.of(ALICE, "image", 1, key("a")), Use.of(ALICE, "video", 1, key("b")))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("video");
        assertThatThrownBy(() -> prices.spend(List.of())).isInstanceOf(InvalidValueException.class);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(1_000);
    }

    @Test
    void whatOfABulkHasNoOutcomeIsTold() {
        MeterRate prime = new MeterRate(1, 999_983);
        MeterRate other = new MeterRate(1, 999_979);
        ledger.apply(MeteredSpend.of(ALICE, "llm", 1, prime, key("p"))).orElseThrow();
        ledger.apply(MeteredSpend.of(ALICE, "llm", 1, other, key("q"))).orElseThrow();
        LedgerEntry image = prices.spend(ALICE, "image", 1, key("a")).orElseThrow();
        now = NEW_YEAR;

        assertThatThrownBy(() ->
                        prices.spend(List.of(Use.of(ALICE, "llm", 1, key("b")), Use.of(ALICE, "image", 1, key("a")))))
                .isInstanceOfSatisfying(BulkIncompleteException.class, e -> {
                    assertThat(e.results().get(0)).isInstanceOf(BulkIncompleteException.Result.NotBooked.class);
                    assertThat(e.results().get(1))
                            .isEqualTo(new BulkIncompleteException.Result.Known(new Outcome.Replayed(image)));
                });
    }

    @Test
    void anotherUseUnderTheKeyIsAConflict() {
        prices.spend(ALICE, "image", 2, key("images")).orElseThrow();
        now = NEW_YEAR;

        assertThat(prices.spend(ALICE, "image", 3, key("images"))).isInstanceOf(Outcome.KeyConflict.class);
        assertThat(prices.spend(ALICE, "llm", 2, key("images"))).isInstanceOf(Outcome.KeyConflict.class);
        assertThat(prices.spend(Use.of(ALICE, "image", 2, key("images")).by("bob")))
                .isInstanceOf(Outcome.KeyConflict.class);
        assertThat(prices.spend(AccountId.of("bob"), "image", 2, key("images")))
                .isInstanceOf(Outcome.KeyConflict.class);
        assertThat(prices.spend(ALICE, "image", 1, key("gift"))).isInstanceOf(Outcome.KeyConflict.class);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(990);
    }

    @Test
    void aTagThatIsNoneOfOursIsAConflict() {
        ledger.apply(Spend.of(ALICE, 1, key("odd")).withMetadata(Map.of("operation", "image", "price", "cheap")));
        assertThat(prices.spend(ALICE, "image", 1, key("odd"))).isInstanceOf(Outcome.KeyConflict.class);
    }

    @Test
    void theTimeOfTheCauseCounts() {
        now = NEW_YEAR.plusSeconds(60);
        Use use = Use.of(ALICE, "image", 1, key("yesterday")).at(NEW_YEAR.minusSeconds(1));

        assertThat(prices.spend(use).orElseThrow().amount()).isEqualTo(-5);
        assertThat(prices.spend(use)).isInstanceOf(Outcome.Replayed.class);
    }

    @Test
    void operationsMayBeBookedInBulk() {
        List<Operation> uses = LongStream.rangeClosed(1, 3)
                .mapToObj(i -> prices.operation(
                        Use.of(ALICE, "image", i, key("image-" + i)).withDetails(Details.NONE.withReference("r"))))
                .toList();
        assertThat(ledger.apply(uses)).allMatch(Outcome::stands);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(970);
    }

    @Test
    void estimatesUseTheirTimesPrice() {
        assertThat(prices.estimate("image", 3).most()).isEqualTo(15);
        assertThat(prices.estimate("llm", 1_500).least()).isEqualTo(1);
        assertThat(prices.estimate("llm", 1_500).most()).isEqualTo(2);
        now = NEW_YEAR;
        assertThat(prices.estimate("image", 3).most()).isEqualTo(24);
        assertThat(prices.list()).isSameAs(LIST);
    }

    @Test
    void workIsChargedByThePriceList() {
        assertThat(prices.charge(ALICE, "image", 2, key("work"), () -> "images").orElseThrow())
                .isEqualTo("images");

        LedgerEntry entry = ledger.entry(key("work")).orElseThrow();
        assertThat(entry.amount()).isEqualTo(-10);
        assertThat(entry.details().metadata()).containsEntry("operation", "image");
        now = NEW_YEAR;
        assertThat(prices.charge(ALICE, "image", 2, key("work"), () -> "again"))
                .isEqualTo(new ChargeResult.AlreadyCharged<>(entry));
        Prices without = new Prices(ledger, PriceList.EMPTY, () -> now);
        assertThat(without.charge(ALICE, "image", 2, key("work"), () -> "again"))
                .isEqualTo(new ChargeResult.AlreadyCharged<>(entry));
    }

    @Test
    void workSettlesInItsOwnUnitsAtThePriceItBeganWith() {
        ChargeResult<String> result =
                prices.charge(Use.of(ALICE, "image", 2, key("work")), LedgerLimits.HOLD_TIME, charge -> {
                    now = NEW_YEAR;
                    assertThat(ledger.balance(ALICE).held()).isEqualTo(10);
                    assertThat(charge.attempt()).isEqualTo(1);
                    charge.settle(3);
                    return charge.price().text();
                });

        assertThat(result.orElseThrow()).isEqualTo("5");
        LedgerEntry entry = ledger.entry(key("work")).orElseThrow();
        assertThat(entry.amount()).isEqualTo(-15);
        assertThat(entry.details().metadata()).containsEntry("quantity", "3");
    }

    @Test
    void meteredWorkIsChargedExactly() {
        for (int i = 1; i <= 4; i++) {
            prices.charge(Use.of(ALICE, "llm", 4_000, key("chat-" + i)), Duration.ofHours(1), charge -> {
                assertThat(charge.extend(Duration.ofHours(2)).stands()).isTrue();
                charge.settle(1_250);
                return "";
            });
        }
        prices.charge(ALICE, "llm", 1_000, key("chat-5"), () -> "");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(994);
        assertThat(ledger.balance(ALICE).held()).isZero();
    }

    @Test
    void workThatUsedNothingIsFree() {
        prices.charge(Use.of(ALICE, "llm", 1, key("chat")), Duration.ofHours(1), charge -> {
            charge.settle(0);
            return "";
        });
        assertThat(ledger.balance(ALICE).available()).isEqualTo(1_000);
        assertThat(ledger.entry(key("chat"))).isPresent();
    }

    @Test
    void quantitiesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> prices.charge(Use.of(ALICE, "image", 1, key("work")), Duration.ofHours(1), charge -> {
                    charge.settle(LedgerLimits.MAX_AMOUNT);
                    return "";
                }))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("quantity");
        assertThatThrownBy(() -> prices.spend(ALICE, "image", 0, key("none")))
                .isInstanceOf(InvalidValueException.class);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation", "quantity", "price", "price-from"})
    void theTagsNamesAreTaken(String name) {
        Use use = Use.of(ALICE, "image", 1, key("work"));
        assertThatThrownBy(() -> use.withDetails(Details.NONE.withMetadata(Map.of(name, "mine"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(name);
    }

    @Test
    void anEstimateForAnAccountKnowsWhatItCarries() {
        prices.spend(ALICE, "llm", 1_750, key("words")).orElseThrow();

        AccountEstimate little = prices.estimate(ALICE, "llm", 249);
        assertThat(little.tokens()).isZero();
        assertThat(little.carried()).isEqualTo(new Remainder(999, 1_000));
        AccountEstimate more = prices.estimate(ALICE, "llm", 250);
        assertThat(more).isEqualTo(new AccountEstimate(prices.estimate("llm", 250), 1, Remainder.ZERO));
        assertThat(prices.estimate(ALICE, "image", 2))
                .isEqualTo(new AccountEstimate(prices.estimate("image", 2), 10, Remainder.ZERO));
        assertThat(prices.estimate(AccountId.of("bob"), "llm", 2_500).tokens()).isEqualTo(2);
        assertThatThrownBy(() -> prices.estimate(ALICE, "video", 2)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void anEstimateForAnAccountRefusesWhatASpendRefuses() {
        ledger.apply(MeteredSpend.of(ALICE, "llm", 1, new MeterRate(1, 999_983), key("p")))
                .orElseThrow();
        ledger.apply(MeteredSpend.of(ALICE, "llm", 1, new MeterRate(1, 999_979), key("q")))
                .orElseThrow();
        assertThatThrownBy(() -> prices.spend(ALICE, "llm", 1, key("r"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> prices.estimate(ALICE, "llm", 1)).isInstanceOf(InvalidValueException.class);
    }

    @Property(tries = 200)
    void whatIsPaidForMeteredUseIsItsExactSumRoundedDownOnce(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 5_000) Long> uses) {
        PricesTest fresh = new PricesTest();
        assertThat(fresh.paidFor(uses))
                .isEqualTo(uses.stream().mapToLong(Long::longValue).sum() / 1_000);
        fresh.close();
    }

    private long paidFor(List<Long> uses) {
        long paid = 0;
        for (int i = 0; i < uses.size(); i++) {
            Estimate estimate = prices.estimate("llm", uses.get(i));
            AccountEstimate exact = prices.estimate(ALICE, "llm", uses.get(i));
            long tokens = -prices.spend(ALICE, "llm", uses.get(i), key("use-" + i))
                    .orElseThrow()
                    .amount();
            assertThat(tokens).isBetween(estimate.least(), estimate.most()).isEqualTo(exact.tokens());
            assertThat(ledger.carried(ALICE, "llm")).isEqualTo(exact.carried());
            paid += tokens;
        }
        return paid;
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }
}
