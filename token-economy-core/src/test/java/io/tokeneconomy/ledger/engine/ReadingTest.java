package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotUse;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.rules.Fold;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LedgerStore store = MemoryLedgerStore.create();
    private Instant now = NOON;
    private final Ledger ledger = new LedgerEngine(store, () -> now, entry -> {});
    private int keys;

    @Test
    void aStatementIsPagedBothWaysAndNewEntriesMoveNoPage() {
        entries(8);
        StatementQuery query = StatementQuery.of(ALICE).limit(3);

        Statement first = ledger.statement(query);
        assertThat(sequences(first)).containsExactly(8L, 7L, 6L);
        assertThat(first.previous()).isEmpty();

        entries(2);
        Statement second = ledger.statement(query.at(first.nextCursor()));
        Statement third = ledger.statement(query.at(second.nextCursor()));
        assertThat(sequences(second)).containsExactly(5L, 4L, 3L);
        assertThat(sequences(third)).containsExactly(2L, 1L);
        assertThat(third.next()).isEmpty();

        assertThat(ledger.statement(query.at(third.previousCursor()))).isEqualTo(second);
        Statement again = ledger.statement(query.at(second.previousCursor()));
        assertThat(sequences(again)).containsExactly(8L, 7L, 6L);
        Statement newest = ledger.statement(query.at(again.previousCursor()));
        assertThat(sequences(newest)).containsExactly(10L, 9L);
        assertThat(newest.previous()).isEmpty();
        assertThat(newest.next()).contains(StatementCursor.olderThan(9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 30, 100})
    void backAndForthShowsTheSameEntriesWhateverThePageAndTheFilter(int limit) {
        entries(30);
        EntryFilter filter =
                EntryFilter.ALL.ofTypes(EntryType.SPEND).between(NOON.plusSeconds(4), NOON.plusSeconds(27));
        StatementQuery query = StatementQuery.of(ALICE).matching(filter).limit(limit);
        List<Long> expected = new ArrayList<>();
        for (long sequence = 27; sequence >= 5; sequence--) {
            expected.add(sequence);
        }

        List<Long> older = new ArrayList<>();
        Statement page = ledger.statement(query);
        older.addAll(sequences(page));
        while (page.nextCursor() != null) {
            page = ledger.statement(query.at(page.nextCursor()));
            older.addAll(sequences(page));
        }
        assertThat(older).isEqualTo(expected);

        List<Long> newer = new ArrayList<>();
        page = ledger.statement(query.at(StatementCursor.newerThan(0)));
        newer.addAll(0, sequences(page));
        while (page.previousCursor() != null) {
            page = ledger.statement(query.at(page.previousCursor()));
            newer.addAll(0, sequences(page));
        }
        assertThat(newer).isEqualTo(expected);
    }

    @Test
    void whatCameSinceIsAskedForWithTheNewestEntry() {
        entries(2);
        StatementQuery since = StatementQuery.of(ALICE).at(StatementCursor.newerThan(2));
        Statement nothing = ledger.statement(since);
        assertThat(nothing.entries()).isEmpty();
        assertThat(nothing.previous()).isEmpty();
        assertThat(sequences(ledger.statement(since.at(nothing.nextCursor())))).containsExactly(2L, 1L);

        entries(1);
        assertThat(sequences(ledger.statement(since))).containsExactly(3L);
        assertThat(ledger.statement(since.at(StatementCursor.newerThan(0))).next())
                .isEmpty();
    }

    @Test
    void theLastPlaceThereIsLeadsBack() {
        entries(2);
        StatementQuery query = StatementQuery.of(ALICE);
        Statement beyond = ledger.statement(query.at(StatementCursor.newerThan(StatementCursor.MAX_SEQUENCE)));
        assertThat(beyond.entries()).isEmpty();
        assertThat(sequences(ledger.statement(query.at(beyond.nextCursor())))).containsExactly(2L, 1L);
    }

    @Test
    void whatAMeterCarriesIsShown() {
        MeterRate rate = new MeterRate(1, 1_000);
        ledger.grant(ALICE, 5, key());
        ledger.apply(MeteredSpend.of(ALICE, "words", 1_750, rate, key())).orElseThrow();

        assertThat(ledger.carried(ALICE, "words")).isEqualTo(new Remainder(3, 4));
        assertThat(ledger.carried(ALICE, "images")).isEqualTo(Remainder.ZERO);
        assertThat(ledger.carried(AccountId.of("nobody"), "words")).isEqualTo(Remainder.ZERO);
        assertThatThrownBy(() -> ledger.carried(ALICE, " ")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void cursorsSurviveTheirText() {
        for (StatementCursor cursor :
                List.of(StatementCursor.olderThan(5), StatementCursor.newerThan(0), StatementCursor.newerThan(17))) {
            assertThat(StatementCursor.parse(cursor.encoded())).isEqualTo(cursor);
        }
        assertThat(StatementCursor.olderThan(5).encoded()).isEqualTo("s5");
        assertThatThrownBy(() -> StatementCursor.olderThan(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> StatementCursor.newerThan(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> StatementCursor.newerThan(1_000_000_000_000_000_000L))
                .isInstanceOf(InvalidValueException.class);
        for (String text : List.of("n", "n-1", "n01", "x5", "n5\n", "N5")) {
            assertThatThrownBy(() -> StatementCursor.parse(text)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void aBalanceAtATimeCountsWhatNobodyHadBookedYet() {
        ledger.apply(Grant.of(ALICE, 10, key()).expiring(NOON.plusSeconds(60)));
        ledger.apply(Grant.of(ALICE, 5, key()));
        ledger.apply(PlaceHold.of(ALICE, 4, key(), Duration.ofSeconds(100)));
        now = NOON.plusSeconds(500);
        ledger.spend(ALICE, 1, key());

        assertThat(ledger.balanceAt(ALICE, NOON.minusSeconds(1))).isEqualTo(Totals.ZERO);
        assertThat(ledger.balanceAt(ALICE, NOON)).isEqualTo(new Totals(15, 4, 0));
        assertThat(ledger.balanceAt(ALICE, NOON.plusSeconds(60).minusNanos(1))).isEqualTo(new Totals(15, 4, 0));
        assertThat(ledger.balanceAt(ALICE, NOON.plusSeconds(60))).isEqualTo(new Totals(9, 4, 0));
        assertThat(ledger.balanceAt(ALICE, NOON.plusSeconds(100))).isEqualTo(new Totals(5, 0, 0));
        assertThat(ledger.balanceAt(ALICE, now)).isEqualTo(new Totals(4, 0, 0));
    }

    @Test
    void aBalanceOfATimeToComeIsWhatWillBeIfNothingElseHappens() {
        ledger.apply(Grant.of(ALICE, 10, key()).expiring(NOON.plusSeconds(60)));
        ledger.apply(Grant.of(ALICE, 5, key()));

        assertThat(ledger.balanceAt(ALICE, NOON.plusSeconds(59)).available()).isEqualTo(15);
        assertThat(ledger.balanceAt(ALICE, NOON.plusSeconds(60)).available()).isEqualTo(5);
        assertThatThrownBy(() -> ledger.balanceAt(ALICE, Instant.MAX)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void lotsAndHoldsAreShownAsTheyAreNow() {
        ledger.apply(Grant.of(ALICE, 7, key()));
        ledger.apply(Grant.of(ALICE, 10, key()).expiring(NOON.plusSeconds(60)));
        ledger.apply(Grant.of(ALICE, 20, key()).expiring(NOON.plusSeconds(30)));
        IdempotencyKey hold = key();
        ledger.apply(PlaceHold.of(ALICE, 5, hold, Duration.ofSeconds(40)));

        assertThat(ledger.lots(ALICE)).extracting(Lot::number).containsExactly(3L, 2L, 1L);
        assertThat(ledger.holds(ALICE)).extracting(Hold::key).containsExactly(hold);

        now = NOON.plusSeconds(40);
        assertThat(ledger.lots(ALICE)).extracting(Lot::number).containsExactly(2L, 1L);
        assertThat(ledger.holds(ALICE)).isEmpty();
    }

    @Test
    void settingsAreThoseOfTheLatestConfiguration() {
        assertThat(ledger.settings(ALICE)).isEqualTo(AccountSettings.DEFAULT);
        AccountSettings settings = AccountSettings.DEFAULT.withOverdraftLimit(7);
        ledger.apply(new Configuration(ALICE, settings, key(), new Audit("tester", "contract")));
        assertThat(ledger.settings(ALICE)).isEqualTo(settings);
    }

    @Test
    void everySpendTellsWhichLotsItTook() {
        LedgerEntry gift = ledger.apply(Grant.of(ALICE, 7, key())).orElseThrow();
        LedgerEntry trial = ledger.apply(Grant.of(ALICE, 10, key()).expiring(NOON.plusSeconds(60)))
                .orElseThrow();
        LedgerEntry spend = ledger.apply(Spend.of(ALICE, 12, key())).orElseThrow();
        assertThat(ledger.lotsOf(spend)).containsExactly(new LotUse(trial, -10, 0), new LotUse(gift, -2, 0));
        assertThat(ledger.lotsOf(gift)).containsExactly(new LotUse(gift, 7, 0));

        IdempotencyKey hold = key();
        LedgerEntry held = ledger.apply(PlaceHold.of(ALICE, 4, hold)).orElseThrow();
        assertThat(ledger.lotsOf(held)).containsExactly(new LotUse(gift, -4, 4));
        LedgerEntry captured = ledger.apply(Capture.of(ALICE, hold, 3, key())).orElseThrow();
        assertThat(ledger.lotsOf(captured)).containsExactly(new LotUse(gift, 1, -4));
        assertThat(ledger.lotsOf(captured).get(0).tokens()).isEqualTo(-3);
        assertThat(ledger.apply(Release.of(ALICE, hold, key())).stands()).isFalse();
    }

    @Test
    void aLongHistoryIsReadInTheMiddleAsAtItsEnds() {
        int operations = 200_000;
        LongLife.live(store, ALICE, operations);
        CountedStore counted = new CountedStore(store);
        Ledger reader = new LedgerEngine(counted.store(), () -> now, entry -> {});
        Instant middle = LongLife.START.plusSeconds(operations / 2);

        Totals then = reader.balanceAt(ALICE, middle);
        assertThat(counted.pages()).isLessThan(60);
        assertThat(counted.items()).isLessThan(600);
        assertThat(then)
                .isEqualTo(Fold.at(ALICE, new Bookkeeper(store).history(ALICE), middle)
                        .totals());

        EntryFilter hour = EntryFilter.ALL.between(middle.minusSeconds(3_600), middle);
        StatementQuery query = StatementQuery.of(ALICE).matching(hour).limit(100);
        List<LedgerEntry> found = new ArrayList<>();
        Statement page = reader.statement(query);
        long pages = counted.pages();
        assertThat(pages).isLessThan(45);
        found.addAll(page.entries());
        while (page.nextCursor() != null) {
            page = reader.statement(query.at(page.nextCursor()));
            assertThat(counted.pages()).isLessThan(45);
            found.addAll(page.entries());
        }
        Collections.reverse(found);
        assertThat(found).hasSizeGreaterThan(3_600).allMatch(hour::matches);
        assertThat(found.get(found.size() - 1).sequence() - found.get(0).sequence() + 1)
                .isEqualTo(found.size());
        assertThat(counted.largest()).isLessThanOrEqualTo(101);
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            if (keys == 0) {
                ledger.apply(Grant.of(ALICE, 1_000, key())).orElseThrow();
            } else {
                now = NOON.plusSeconds(keys);
                ledger.spend(ALICE, 1, key()).orElseThrow();
            }
        }
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("k-" + ++keys);
    }

    private static List<Long> sequences(Statement page) {
        return page.entries().stream().map(LedgerEntry::sequence).toList();
    }
}
