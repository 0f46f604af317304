package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.event.Outbox;
import io.tokeneconomy.event.Outbox.Dispatch;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What subscribers receive, and when it comes again. */
class OutboxTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");

    private final Recording billing = new Recording();
    private volatile Instant now = START;
    private int keys;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatWasCommittedBeforeACrashIsDeliveredByTheNextProcess(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 3);
            LedgerStore next = kind.again(directory, store);
            assertThat(outbox(next).dispatch(10)).isEqualTo(new Dispatch(3, 0, false));
            assertThat(billing.of(ALICE)).containsExactly(1L, 2L, 3L);
            assertThat(backlogs(next)).isEmpty();
            next.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountHasOneBacklogHoweverManyEntriesFollow(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 2);
            outbox(store).dispatch(10);
            book(store, ALICE, 5);
            assertThat(backlogs(store)).containsExactly(new Backlog(key(ALICE), 2, null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesThatAnEntryCrossedComeWithIt(Kind kind) {
        List<TokenEconomyEvent> received = new ArrayList<>();
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = ledger(store);
            ledger.grant(ALICE, 100, IdempotencyKey.of("gift")).orElseThrow();
            var spent = ledger.spend(ALICE, 95, IdempotencyKey.of("image")).orElseThrow();
            new OutboxEngine(store, () -> now, Map.of("billing", received::add), account -> 10).dispatch(1);
            assertThat(received)
                    .hasSize(3)
                    .endsWith(new TokenEconomyEvent.Spent(spent), new TokenEconomyEvent.LowBalance(spent, 10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureHoldsUpItsOwnAccountAndComesAgainLaterAndLater(Kind kind) {
        List<Long> tries = new ArrayList<>();
        EntrySubscriber failing = event -> {
            if (event.account().equals(ALICE) && event.entry().sequence() == 2) {
                tries.add(Duration.between(START, now).toSeconds());
                if (tries.size() < 5) {
                    throw new IllegalStateException("no");
                }
            }
            billing.receive(event);
        };
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 3);
            book(store, BOB, 3);
            OutboxEngine outbox = outbox(store, failing);
            assertThat(outbox.dispatch(10)).isEqualTo(new Dispatch(4, 1, false));
            assertThat(billing.of(ALICE)).containsExactly(1L);
            assertThat(billing.of(BOB)).containsExactly(1L, 2L, 3L);
            for (int second = 1; second <= 20; second++) {
                now = START.plusSeconds(second);
                outbox.dispatch(10);
            }
            assertThat(tries).containsExactly(0L, 1L, 3L, 7L, 15L);
            assertThat(billing.of(ALICE)).containsExactly(1L, 2L, 3L);
            assertThat(backlogs(store)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriberThatFailsAtEverythingIsLetAlone(Kind kind) {
        List<AccountId> tried = new ArrayList<>();
        EntrySubscriber down = event -> {
            tried.add(event.account());
            throw new IllegalStateException("down");
        };
        try (LedgerStore store = kind.open(directory)) {
            for (int i = 0; i < 30; i++) {
                book(store, AccountId.of("account-" + i), 1);
            }
            assertThat(outbox(store, down).dispatch(100)).isEqualTo(new Dispatch(0, Deliveries.ENOUGH, false));
            assertThat(tried).hasSize(Deliveries.ENOUGH).doesNotHaveDuplicates();
            assertThat(outbox(store).dispatch(100).entries()).isEqualTo(30 - Deliveries.ENOUGH);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountThatNobodyCanReadHoldsUpNobodyElse(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 1);
            book(store, BOB, 2);
            OutboxEngine outbox = outbox(new DamagedStore(store, ALICE));
            assertThat(outbox.dispatch(10)).isEqualTo(new Dispatch(2, 1, false));
            assertThat(billing.of(BOB)).containsExactly(1L, 2L);
            assertThat(backlogs(store)).containsExactly(new Backlog(key(ALICE), 0, null));
            assertThat(outbox.dispatch(10)).isEqualTo(new Dispatch(0, 0, false));
            now = START.plusSeconds(1);
            assertThat(outbox.dispatch(10)).isEqualTo(new Dispatch(0, 1, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryThatIsMissingIsAFailureAndNotPassedOver(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 3);
            book(store, BOB, 1);
            OutboxEngine gappy = outbox(new GappyStore(store, 2));
            assertThat(gappy.dispatch(10)).isEqualTo(new Dispatch(2, 0, true));
            assertThat(gappy.dispatch(10)).isEqualTo(new Dispatch(0, 1, false));
            now = START.plusSeconds(1);
            assertThat(outbox(new GappyStore(store, 3)).dispatch(10)).isEqualTo(new Dispatch(1, 0, true));
            assertThat(outbox(new GappyStore(store, 3)).dispatch(10)).isEqualTo(new Dispatch(0, 1, false));
            assertThat(billing.of(ALICE)).containsExactly(1L, 2L);
            assertThat(billing.of(BOB)).containsExactly(1L);
            assertThat(backlogs(store)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessTakesOverWhenTheLeaseOfOneThatCrashedIsOver(Kind kind) {
        try (LedgerStore store = kind.open(directory);
                LedgerStore other = kind.again(directory, store)) {
            book(store, ALICE, 3);
            OutboxEngine crashing = outbox(new CrashingStore(store));
            assertThatThrownBy(() -> crashing.dispatch(10)).isInstanceOf(StoreException.class);
            assertThat(billing.of(ALICE)).containsExactly(1L, 2L, 3L);

            now = START.plus(Leases.TIME).minusMillis(1);
            assertThat(outbox(other).dispatch(10)).isEqualTo(new Dispatch(0, 0, false));
            now = START.plus(Leases.TIME);
            assertThat(outbox(other).dispatch(10)).isEqualTo(new Dispatch(3, 0, false));
            assertThat(billing.of(ALICE)).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLeaseOfAClockThatWasWrongHoldsNobodyUp(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 1);
            now = START.plus(Duration.ofDays(365));
            assertThatThrownBy(() -> outbox(new CrashingStore(store)).dispatch(1))
                    .isInstanceOf(StoreException.class);
            now = START.plus(Leases.TIME);
            assertThat(outbox(store).dispatch(1)).isEqualTo(new Dispatch(1, 0, false));
            assertThat(backlogs(store)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoLostHisLeaseStopsAndSpoilsNothing(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 3);
            OutboxEngine successor = outbox(store);
            EntrySubscriber slow = event -> {
                billing.receive(event);
                now = START.plus(Leases.TIME);
                successor.dispatch(1);
                book(store, ALICE, 1);
            };
            assertThat(outbox(store, slow).dispatch(1)).isEqualTo(new Dispatch(1, 0, false));
            assertThat(billing.of(ALICE)).containsExactly(1L, 1L, 2L, 3L);
            assertThat(backlogs(store)).containsExactly(new Backlog(key(ALICE), 3, null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesLongGivesBackWhatHeDidNotReach(Kind kind) {
        EntrySubscriber slow = event -> {
            billing.receive(event);
            now = now.plus(Leases.TIME.dividedBy(2));
        };
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, 2);
            book(store, BOB, 1);
            OutboxEngine outbox = outbox(store, slow);
            assertThat(outbox.dispatch(2)).isEqualTo(new Dispatch(1, 0, true));
            assertThat(outbox.dispatch(2)).isEqualTo(new Dispatch(1, 0, true));
            assertThat(outbox.dispatch(2)).isEqualTo(new Dispatch(1, 0, false));
            assertThat(billing.of(ALICE)).containsExactly(1L, 2L);
            assertThat(billing.of(BOB)).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongHistoryDoesNotMakeTheOthersWait(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            book(store, ALICE, Deliveries.PAGE + 20);
            book(store, BOB, 1);
            OutboxEngine outbox = outbox(store);
            assertThat(outbox.dispatch(10)).isEqualTo(new Dispatch(Deliveries.PAGE + 1, 0, true));
            assertThat(billing.of(BOB)).containsExactly(1L);
            assertThat(outbox.dispatch(10)).isEqualTo(new Dispatch(20, 0, false));
            assertThat(billing.of(ALICE))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, Deliveries.PAGE + 20)
                            .boxed()
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewSubscriberStartsFromNowOrOnDemandFromTheBeginning(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine unwatched = new LedgerEngine(store, () -> now, entry -> {});
            for (int i = 0; i < 120; i++) {
                unwatched.grant(AccountId.of("account-" + i), 1, nextKey()).orElseThrow();
            }
            unwatched.grant(ALICE, 1, nextKey()).orElseThrow();
            book(store, ALICE, 1);
            OutboxEngine outbox = outbox(store);
            drain(outbox);
            assertThat(billing.of(ALICE)).containsExactly(2L);

            assertThat(outbox.replay("billing")).isEqualTo(121);
            drain(outbox);
            assertThat(billing.of(ALICE)).containsExactly(2L, 1L, 2L);
            assertThat(billing.of(AccountId.of("account-119"))).containsExactly(1L);
            assertThatThrownBy(() -> outbox.replay("unknown")).isInstanceOf(InvalidValueException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotedForASubscriberWhoLeftCanBeDropped(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            for (int i = 0; i < 120; i++) {
                book(store, AccountId.of("account-" + i), 1);
            }
            OutboxEngine others = new OutboxEngine(store, () -> now, Map.of(), account -> 0);
            assertThat(others.forget("billing")).isEqualTo(120);
            assertThat(backlogs(store)).isEmpty();
            assertThatThrownBy(() -> outbox(store).forget("billing")).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> others.forget("te.expiring-soon")).isInstanceOf(InvalidValueException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLimitIsHeld(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            OutboxEngine outbox = outbox(store);
            assertThat(outbox.dispatch(Outbox.MAX_DISPATCH)).isEqualTo(new Dispatch(0, 0, false));
            assertThatThrownBy(() -> outbox.dispatch(0)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> outbox.dispatch(Outbox.MAX_DISPATCH + 1))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    private void book(LedgerStore store, AccountId account, int entries) {
        LedgerEngine ledger = ledger(store);
        for (int i = 0; i < entries; i++) {
            ledger.grant(account, 1, nextKey()).orElseThrow();
        }
    }

    private LedgerEngine ledger(LedgerStore store) {
        Announcer nobody = new Announcer(List.of(), account -> 0);
        return new LedgerEngine(new WatchedStore(store, Set.of("billing"), () -> {}, nobody), () -> now, nobody);
    }

    private OutboxEngine outbox(LedgerStore store) {
        return outbox(store, billing);
    }

    private OutboxEngine outbox(LedgerStore store, EntrySubscriber subscriber) {
        return new OutboxEngine(store, () -> now, Map.of("billing", subscriber), account -> 0);
    }

    private static void drain(Outbox outbox) {
        boolean more = true;
        while (more) {
            more = outbox.dispatch(10).more();
        }
    }

    private IdempotencyKey nextKey() {
        return IdempotencyKey.of("key-" + keys++);
    }

    private static BacklogKey key(AccountId account) {
        return new BacklogKey("billing", account);
    }

    private static List<Backlog> backlogs(LedgerStore store) {
        return store.backlogs(new BacklogQuery("billing", null, 1_000)).items();
    }
}
