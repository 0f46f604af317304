package io.tokeneconomy.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.audit.Cause;
import io.tokeneconomy.audit.Cohort;
import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.audit.Liability;
import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.audit.TokenSum;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.engine.Lives;
import io.tokeneconomy.ledger.rules.Fold;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Reports over random lives, held against every account's history folded by the rules. */
@Domain(Lives.class)
@Domain(DomainContext.Global.class)
class ReportPropertiesTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @Property(tries = 300)
    void aRollforwardLeadsFromOneBalanceToTheOther(
            @ForAll List<Lives.Move> moves,
            @ForAll @IntRange(min = -100, max = 900) int start,
            @ForAll @IntRange(min = 1, max = 900) int length) {
        Lived lived = Lived.of(moves);
        Instant from = Lives.START.plusSeconds(start);
        Instant until = from.plusSeconds(length);
        if (from.isAfter(lived.now())) {
            return;
        }
        Rollforward rollforward = lived.audit().rollforward(from, until);

        assertThat(rollforward.opening()).as("opening").isEqualTo(lived.fold(from.minus(TICK)));
        assertThat(rollforward.closing())
                .as("closing")
                .isEqualTo(lived.fold(rollforward.until().minus(TICK)));
        TokenSum moved = rollforward.changes().values().stream().reduce(TokenSum.ZERO, TokenSum::plus);
        assertThat(rollforward.opening().plus(moved)).as("exact").isEqualTo(rollforward.closing());
        assertThat(rollforward.opening().settled()).isEqualTo(lived.balancesAt(from.minus(TICK)));
        assertThat(rollforward.of(Cause.OFFSET).settled()).isZero();
    }

    @Property(tries = 150)
    void causesAreThoseOfTheEntriesAndExpiryCountsWhenDue(
            @ForAll List<Lives.Move> moves, @ForAll @IntRange(min = 0, max = 600) int start) {
        Lived lived = Lived.of(moves);
        Instant from = Lives.START.plusSeconds(start);
        if (from.isAfter(lived.now())) {
            return;
        }
        Rollforward rollforward = lived.audit().rollforward(from, lived.now().plus(TICK));

        List<LedgerEntry> since =
                lived.entries().filter(entry -> !entry.at().isBefore(from)).toList();
        if (lived.entries().allMatch(entry -> !entry.at().isAfter(lived.now()))) {
            assertThat(rollforward.of(Cause.GRANTED).settled()).isEqualTo(sum(since, EntryType.GRANT));
            assertThat(rollforward.of(Cause.PURCHASED).settled()).isEqualTo(sum(since, EntryType.PURCHASE));
            assertThat(rollforward.of(Cause.SPENT).settled())
                    .isEqualTo(sum(since, EntryType.SPEND) + sum(since, EntryType.CAPTURE));
            assertThat(rollforward.of(Cause.CLAWED_BACK).settled()).isEqualTo(sum(since, EntryType.CLAWBACK));
            assertThat(lived.audit()
                            .rollforward(Instant.EPOCH, lived.now().plus(TICK))
                            .of(Cause.TRANSFERRED_IN)
                            .settled())
                    .isEqualTo(sum(lived.entries().toList(), EntryType.TRANSFER_IN));
        }
        Rollforward first = lived.audit().rollforward(Instant.EPOCH, from);
        Rollforward second = lived.audit().rollforward(from, lived.now().plus(TICK));
        Rollforward whole = lived.audit().rollforward(Instant.EPOCH, lived.now().plus(TICK));
        for (Cause cause : Cause.values()) {
            assertThat(first.of(cause).plus(second.of(cause)))
                    .as("%s adds up", cause)
                    .isEqualTo(whole.of(cause));
        }
    }

    @Property(tries = 100)
    void theLiabilityIsWhatAllBalancesAddUpTo(@ForAll List<Lives.Move> moves) {
        Lived lived = Lived.of(moves);
        Liability liability = lived.audit().liability();
        assertThat(liability.tokens())
                .isEqualTo(lived.accounts()
                        .map(account -> tokens(lived.today(account)))
                        .reduce(TokenSum.ZERO, TokenSum::plus));
        assertThat(liability.available())
                .isEqualTo(lived.accounts()
                        .mapToLong(account -> lived.ledger().balance(account).available())
                        .sum());
        assertThat(liability.held())
                .isEqualTo(lived.accounts()
                        .mapToLong(account -> lived.ledger().balance(account).held())
                        .sum());
    }

    @Property(tries = 150)
    void whatCameInWentOutOrIsLeft(@ForAll List<Lives.Move> moves) {
        Lived lived = Lived.of(moves);
        YearMonth month = YearMonth.of(2026, 11);
        List<Cohort> cohorts = lived.audit().breakage(month.minusMonths(1), month.plusMonths(2));
        assertThat(cohorts).extracting(Cohort::month).containsExactly(month.minusMonths(1), month, month.plusMonths(1));
        Cohort cohort = cohorts.get(1);

        assertThat(cohort.issued() + cohort.transferredIn())
                .isEqualTo(cohort.spent()
                        + cohort.expired()
                        + cohort.forfeited()
                        + cohort.clawedBack()
                        + cohort.transferredOut()
                        + cohort.adjustedDown()
                        + cohort.outstanding());
        TokenSum left = lived.audit().liability().tokens();
        assertThat(cohort.outstanding()).isEqualTo(left.paid() + left.free());
        Rollforward whole = lived.audit().rollforward(Instant.EPOCH, lived.now().plus(TICK));
        if (lived.entries().allMatch(entry -> !entry.at().isAfter(lived.now()))) {
            assertThat(cohort.expired()).isEqualTo(-whole.of(Cause.EXPIRED).settled());
            assertThat(cohort.forfeited()).isEqualTo(-whole.of(Cause.FORFEITED).settled());
        }
    }

    private static long sum(List<LedgerEntry> entries, EntryType type) {
        return entries.stream()
                .filter(entry -> entry.type() == type)
                .mapToLong(LedgerEntry::amount)
                .sum();
    }

    private static TokenSum tokens(Account account) {
        List<Lot> lots = Stream.concat(
                        account.lots().stream(), account.holds().stream().flatMap(hold -> hold.parts().stream()))
                .toList();
        return new TokenSum(
                sum(lots, Funding.PAID),
                sum(lots, Funding.FREE),
                account.totals().debt());
    }

    private static long sum(List<Lot> lots, Funding funding) {
        return lots.stream()
                .filter(lot -> lot.terms().funding() == funding)
                .mapToLong(Lot::remaining)
                .sum();
    }

    private record Lived(LedgerStore store, Lives lives) {

        static Lived of(List<Lives.Move> moves) {
            LedgerStore store = MemoryLedgerStore.create();
            return new Lived(store, new Lives("x", store).live(moves));
        }

        LedgerAudit audit() {
            return new AuditEngine(store, lives::now);
        }

        Ledger ledger() {
            return new LedgerEngine(store, lives::now, entry -> {});
        }

        Instant now() {
            return lives.now();
        }

        Stream<AccountId> accounts() {
            return lives.accounts().stream();
        }

        List<LedgerEntry> history(AccountId account) {
            return new Bookkeeper(store).history(account);
        }

        Stream<LedgerEntry> entries() {
            return accounts().flatMap(account -> history(account).stream());
        }

        /** Where the clock stepped back, an account may be ahead of it. */
        Account today(AccountId account) {
            List<LedgerEntry> history = history(account);
            Instant last =
                    history.isEmpty() ? now() : history.get(history.size() - 1).at();
            return Fold.at(account, history, last.isAfter(now()) ? last : now());
        }

        TokenSum fold(Instant time) {
            return accounts()
                    .map(account -> tokens(Fold.at(account, history(account), time)))
                    .reduce(TokenSum.ZERO, TokenSum::plus);
        }

        long balancesAt(Instant time) {
            return accounts()
                    .mapToLong(account -> ledger().balanceAt(account, time).settled())
                    .sum();
        }
    }
}
