package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What holds after every step of every history. */
@Domain(Histories.class)
class LedgerRulesPropertiesTest {

    private static final int TRIES = 1_000;
    private static final String NAME = "h";

    /** What is checked around each step. */
    private interface Check {
        void around(Account before, Operation operation, Instant now, Outcome outcome, PureLedger ledger);
    }

    @Property(tries = TRIES)
    void theBalanceIsTheSumOfAllEntriesAndOfAllLots(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            Account account = ledger.account(operation.account());
            List<LedgerEntry> history = ledger.history(operation.account());
            assertThat(account.balance())
                    .isEqualTo(history.stream().mapToLong(LedgerEntry::amount).sum())
                    .isEqualTo(account.lots().stream().mapToLong(Lot::remaining).sum());
        });
    }

    @Property(tries = TRIES)
    void noBalanceAndNoLotIsEverNegative(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            assertThat(ledger.history(operation.account())).allMatch(entry -> entry.balanceAfter() >= 0);
            assertThat(LedgerRules.balance(ledger.account(operation.account()), now)
                            .available())
                    .isNotNegative();
        });
    }

    @Property(tries = TRIES)
    void sequencesHaveNoGaps(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            List<LedgerEntry> history = ledger.history(operation.account());
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i).sequence()).isEqualTo(i + 1L);
            }
            assertThat(ledger.account(operation.account()).sequence()).isEqualTo(history.size());
        });
    }

    @Property(tries = TRIES)
    void aReplayChangesNothingAndAnswersWithTheFirstEntry(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            if (outcome instanceof Outcome.Applied applied) {
                Account after = ledger.account(operation.account());
                Outcome again = ledger.apply(operation, now.plusSeconds(1_000_000));
                assertThat(again).isEqualTo(new Outcome.Replayed(applied.entry()));
                assertThat(ledger.account(operation.account())).isEqualTo(after);
            }
        });
    }

    @Property(tries = TRIES)
    void anotherOperationUnderTheSameKeyIsAConflict(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            if (outcome instanceof Outcome.Applied applied) {
                Spend other = Spend.of(operation.account(), 100_000, operation.key());
                Account after = ledger.account(operation.account());
                assertThat(ledger.apply(other, now)).isEqualTo(new Outcome.KeyConflict(applied.entry()));
                assertThat(ledger.account(operation.account())).isEqualTo(after);
            }
        });
    }

    @Property(tries = TRIES)
    void refusalsReplaysAndConflictsBookNothing(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            if (!(outcome instanceof Outcome.Applied)) {
                assertThat(ledger.account(operation.account())).isEqualTo(before);
            }
        });
    }

    @Property(tries = TRIES)
    void timeNeverRunsBackwards(@ForAll List<Step> steps) {
        always(
                steps,
                (before, operation, now, outcome, ledger) -> assertThat(ledger.history(operation.account()))
                        .extracting(LedgerEntry::at)
                        .isSorted());
    }

    @Property(tries = TRIES)
    void exactlyTheTokensThatAreNotExpiredCanBeSpent(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            if (operation instanceof Spend spend
                    && !(outcome instanceof Outcome.KeyConflict)
                    && !(outcome instanceof Outcome.Replayed)) {
                long live = live(before, now).stream().mapToLong(Lot::remaining).sum();
                assertThat(LedgerRules.balance(before, now).available()).isEqualTo(live);
                assertThat(outcome instanceof Outcome.Applied).isEqualTo(spend.amount() <= live);
            }
        });
    }

    @Property(tries = TRIES)
    void lotsAreSpentSoonestExpiryThenPriorityThenFreeThenOldest(@ForAll List<Step> steps) {
        always(steps, (before, operation, now, outcome, ledger) -> {
            if (outcome instanceof Outcome.Applied applied && applied.entry().type() == EntryType.SPEND) {
                assertThat(applied.entry().movement().effects().lots())
                        .isEqualTo(expectedAllocations(
                                live(before, now), -applied.entry().amount()));
            }
        });
    }

    @Property(tries = TRIES)
    void whatWasIssuedIsOutstandingSpentOrExpired(@ForAll List<Step> steps) {
        PureLedger ledger = PureLedger.of(Histories.requests(NAME, steps));
        for (AccountId id : Histories.accounts(NAME)) {
            Map<EntryType, Long> sums = new HashMap<>();
            ledger.history(id).forEach(entry -> sums.merge(entry.type(), Math.abs(entry.amount()), Long::sum));
            long issued = sums.getOrDefault(EntryType.GRANT, 0L) + sums.getOrDefault(EntryType.PURCHASE, 0L);
            long gone = sums.getOrDefault(EntryType.SPEND, 0L) + sums.getOrDefault(EntryType.EXPIRE, 0L);
            assertThat(issued).isEqualTo(ledger.account(id).balance() + gone);
        }
    }

    @Property(tries = TRIES)
    @StatisticsReport(onFailureOnly = true)
    void theHistoriesAreWorthTheName(@ForAll List<Step> steps) {
        Set<String> seen = new HashSet<>();
        always(steps, (before, operation, now, outcome, ledger) -> {
            seen.add(outcome.getClass().getSimpleName());
            ledger.history(operation.account())
                    .forEach(entry -> seen.add(entry.type().name()));
            if (before.lots().size() > 2 && outcome instanceof Outcome.Applied && operation instanceof Spend) {
                seen.add("choice of lots");
            }
        });
        for (String kind : List.of(
                "Applied",
                "Replayed",
                "KeyConflict",
                "Insufficient",
                "GRANT",
                "PURCHASE",
                "SPEND",
                "EXPIRE",
                "choice of lots")) {
            Statistics.label(kind).collect(seen.contains(kind));
            Statistics.label(kind).coverage(coverage -> coverage.check(true).percentage(p -> p > 15));
        }
    }

    @Property(tries = TRIES)
    void theHistoryChecks(@ForAll List<Step> steps) {
        PureLedger ledger = PureLedger.of(Histories.requests(NAME, steps));
        for (AccountId id : Histories.accounts(NAME)) {
            Account account = ledger.account(id);
            assertThat(PureLedger.verify(account, ledger.history(id)))
                    .isEqualTo(new Verification.Intact(id, account.sequence(), account.head()));
        }
    }

    @Property(tries = TRIES)
    void equalHistoriesGiveEqualHashes(@ForAll List<Step> steps) {
        PureLedger one = PureLedger.of(Histories.requests(NAME, steps));
        PureLedger other = PureLedger.of(Histories.requests(NAME, steps));
        Histories.accounts(NAME).forEach(id -> assertThat(one.account(id)).isEqualTo(other.account(id)));
    }

    private static void always(List<Step> steps, Check check) {
        PureLedger ledger = new PureLedger();
        for (Histories.Request request : Histories.requests(NAME, steps)) {
            Operation operation = request.operation();
            Account before = ledger.account(operation.account());
            Outcome outcome = ledger.apply(operation, request.now());
            check.around(before, operation, request.now(), outcome, ledger);
        }
    }

    private static List<Lot> live(Account account, Instant clock) {
        Instant now = clock.isBefore(account.lastEntryAt()) ? account.lastEntryAt() : clock;
        return account.lots().stream()
                .filter(lot -> lot.terms().expiresAt() == null
                        || now.isBefore(lot.terms().expiresAt()))
                .toList();
    }

    /** Written the slow way: look for the best of all that is left, again and again. */
    private static List<Allocation> expectedAllocations(List<Lot> lots, long amount) {
        List<Lot> left = new ArrayList<>(lots);
        List<Allocation> taken = new ArrayList<>();
        for (long missing = amount; missing > 0; ) {
            Lot best = left.get(0);
            for (Lot lot : left) {
                best = goesFirst(lot, best) ? lot : best;
            }
            long part = Math.min(missing, best.remaining());
            taken.add(new Allocation(best.number(), -part));
            left.remove(best);
            missing -= part;
        }
        return taken;
    }

    private static boolean goesFirst(Lot a, Lot b) {
        Instant ends = a.terms().expiresAt() == null ? Instant.MAX : a.terms().expiresAt();
        Instant otherEnds =
                b.terms().expiresAt() == null ? Instant.MAX : b.terms().expiresAt();
        if (!ends.equals(otherEnds)) {
            return ends.isBefore(otherEnds);
        }
        if (a.terms().priority() != b.terms().priority()) {
            return a.terms().priority() < b.terms().priority();
        }
        if (a.terms().funding() != b.terms().funding()) {
            return a.terms().funding() == Funding.FREE;
        }
        return a.number() < b.number();
    }
}
