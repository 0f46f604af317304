package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Transfer;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for single kinds of operations, whatever came before. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class OperationPropertiesTest {

    private static final int TRIES = 1_000;
    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @Property(tries = TRIES)
    void noSpendLimitIsEverPassed(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        Histories.accounts(Watched.NAME).forEach(id -> new LimitWatch(ledger.history(id)).check());
    }

    @Property(tries = TRIES)
    void aTransferLosesNothingAndKeepsTheTerms(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            if (step.answer() instanceof Outcome.Applied && step.operation() instanceof Transfer transfer) {
                Account settled = LedgerRules.settle(step.was(transfer.account()), step.now())
                        .account();
                Map<Long, LotTerms> terms = settled.lots().stream().collect(Collectors.toMap(Lot::number, Lot::terms));
                Map<LotTerms, Long> sent = new HashMap<>();
                for (Allocation allocation : last(step.booked(transfer.account()))
                        .movement()
                        .effects()
                        .lots()) {
                    sent.merge(terms.get(allocation.lot()), -allocation.amount(), Long::sum);
                }
                Map<LotTerms, Long> received = new HashMap<>();
                for (LedgerEntry entry : step.booked(transfer.to())) {
                    LotTerms own = entry.movement().effects().terms();
                    if (own != null) {
                        received.merge(own, entry.amount(), Long::sum);
                    }
                }
                assertThat(received).isEqualTo(sent);
                assertThat(sent.values().stream().mapToLong(tokens -> tokens).sum())
                        .isEqualTo(transfer.amount());
            }
        });
    }

    @Property(tries = TRIES)
    void theBalanceNeverShowsExpiredTokensAndIsWhatWouldBeBooked(
            @ForAll List<Step> steps, @ForAll @LongRange(max = 5_000_000) long later) {
        Watched.always(steps, step -> {
            for (AccountId id : step.accounts()) {
                Instant then = step.now().plusSeconds(later);
                Settlement settlement = LedgerRules.settle(step.is(id), then);
                Account settled = settlement.account();
                Balance balance = LedgerRules.balance(step.is(id), then);
                assertThat(settled.lots()).noneMatch(lot -> lot.terms().expiredAt(then));
                assertThat(settled.holds()).noneMatch(hold -> hold.expiredAt(then));
                assertThat(settled.dueAt().filter(due -> !due.isAfter(then))).isEmpty();
                assertThat(balance.available()).isEqualTo(settled.totals().available());
                assertThat(balance.paid() + balance.free()).isEqualTo(balance.available());
                assertThat(balance.settled()).isEqualTo(settled.balance());
                assertThat(LedgerRules.settle(settled, then).entries()).isEmpty();
            }
        });
    }

    @Property(tries = TRIES)
    void meteredUseCostsExactlyItsSumHoweverItIsSplit(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 1_000_000) Long> uses,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 12) Integer> rates) {
        PureLedger ledger = rich();
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < uses.size(); i++) {
            MeterRate rate = new MeterRate(rates.get(i % rates.size()), 7 * rates.get((i + 1) % rates.size()));
            ledger.apply(MeteredSpend.of(ALICE, "meter", uses.get(i), rate, key("use-" + i)), NOW)
                    .orElseThrow();
            BigInteger units = BigInteger.valueOf(rate.units());
            numerator = numerator
                    .multiply(units)
                    .add(BigInteger.valueOf(uses.get(i) * rate.tokens()).multiply(denominator));
            denominator = denominator.multiply(units);
            long charged = spentBy(ledger);
            assertThat(charged).isEqualTo(numerator.divide(denominator).longValueExact());
        }
    }

    @Property(tries = TRIES)
    void manySmallUsesCostWhatOneOfTheirSumDoes(
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 10_000) Long> uses,
            @ForAll @LongRange(min = 1, max = MeterRate.MAX) long tokens,
            @ForAll @LongRange(min = 1, max = MeterRate.MAX) long units) {
        MeterRate rate = new MeterRate(tokens, units);
        PureLedger split = rich();
        for (int i = 0; i < uses.size(); i++) {
            split.apply(MeteredSpend.of(ALICE, "meter", uses.get(i), rate, key("use-" + i)), NOW);
        }
        PureLedger whole = rich();
        long sum = uses.stream().mapToLong(use -> use).sum();
        whole.apply(MeteredSpend.of(ALICE, "meter", sum, rate, key("use")), NOW).orElseThrow();
        assertThat(spentBy(split)).isEqualTo(spentBy(whole));
        assertThat(split.account(ALICE).counters())
                .isEqualTo(whole.account(ALICE).counters());
    }

    private static long spentBy(PureLedger ledger) {
        return 100_000_000_000_000L - ledger.account(ALICE).balance();
    }

    private static PureLedger rich() {
        PureLedger ledger = new PureLedger();
        for (int i = 0; i < 100; i++) {
            ledger.apply(Grant.of(ALICE, 1_000_000_000_000L, key("g-" + i)), NOW);
        }
        return ledger;
    }

    private static LedgerEntry last(List<LedgerEntry> entries) {
        return entries.get(entries.size() - 1);
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }
}
