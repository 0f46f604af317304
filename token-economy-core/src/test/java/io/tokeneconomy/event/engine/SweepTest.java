package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Sweep;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is due in accounts that nobody touches. */
class SweepTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<TokenEconomyEvent> told = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void booksWhatIsDueAndNothingElse(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = node(store);
            grant(ledger, account(1), START.plus(HOUR));
            grant(ledger, account(2), START.plus(HOUR).plusNanos(1_000));
            grant(ledger, account(3), null);
            ledger.apply(PlaceHold.of(account(3), 1, key("hold"), HOUR)).orElseThrow();
            told.clear();

            now = START.plus(HOUR);
            assertThat(ledger.sweep(10)).isEqualTo(new Sweep(2, 2, 0, false));
            assertThat(last(store, account(1)).type()).isEqualTo(EntryType.EXPIRE);
            assertThat(last(store, account(2)).type()).isEqualTo(EntryType.GRANT);
            assertThat(last(store, account(3)).type()).isEqualTo(EntryType.TIMEOUT);
            assertThat(told)
                    .containsExactlyInAnyOrder(
                            new TokenEconomyEvent.Expired(last(store, account(1))),
                            new TokenEconomyEvent.Depleted(last(store, account(1))),
                            new TokenEconomyEvent.Released(last(store, account(3))));
            assertThat(ledger.sweep(10)).isEqualTo(new Sweep(0, 0, 0, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void looksAtNoMoreThanItMayAndGoesOnWhereItEnded(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = node(store);
            IntStream.range(0, 70).forEach(i -> grant(ledger, account(i), START.plus(HOUR)));
            now = START.plus(HOUR);
            assertThat(ledger.sweep(1)).isEqualTo(new Sweep(1, 1, 0, true));
            assertThat(ledger.sweep(60)).isEqualTo(new Sweep(60, 60, 0, true));
            assertThat(ledger.sweep(9)).isEqualTo(new Sweep(9, 9, 0, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsOfTwoNodesBookEachExpiryOnce(Kind kind) {
        int accounts = 120;
        try (LedgerStore store = kind.open(directory);
                LedgerStore other = kind.again(directory, store)) {
            List<LedgerEngine> nodes = List.of(node(store), node(other));
            IntStream.range(0, accounts).forEach(i -> grant(nodes.get(0), account(i), START.plus(HOUR)));
            now = START.plus(HOUR);
            told.clear();

            int booked = Together.run(6, thread -> sweepAll(nodes.get(thread % 2))).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(booked).isEqualTo(accounts);
            assertThat(told)
                    .filteredOn(TokenEconomyEvent.Expired.class::isInstance)
                    .hasSize(accounts);
            for (int i = 0; i < accounts; i++) {
                assertThat(last(store, account(i)).sequence()).isEqualTo(2);
                assertThat(nodes.get(0).verify(account(i))).isInstanceOf(Verification.Intact.class);
            }
            assertThat(store.accounts(new AccountQuery(null, now, 1)).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountThatCannotBeSettledKeepsNobodyElseFromIt(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine sound = node(store);
            IntStream.range(0, 40).forEach(i -> grant(sound, account(i), START.plus(HOUR)));
            now = START.plus(HOUR);
            assertThat(node(new DamagedStore(store, account(3))).sweep(100)).isEqualTo(new Sweep(39, 39, 1, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noSweepGetsStuckAtAccountsThatCannotBeSettled(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine sound = node(store);
            IntStream.range(0, 4).forEach(i -> grant(sound, account(i), START.plus(HOUR)));
            now = START.plus(HOUR);
            LedgerEngine ledger = node(new DamagedStore(store, account(0), account(1)));
            assertThat(ledger.sweep(1)).isEqualTo(new Sweep(1, 1, 2, true));
            assertThat(ledger.sweep(1)).isEqualTo(new Sweep(1, 1, 2, false));
            assertThat(ledger.sweep(1)).isEqualTo(new Sweep(0, 0, 2, false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatIsAwayIsToldToTheCaller(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            grant(node(store), account(1), START.plus(HOUR));
            now = START.plus(HOUR);
            LedgerEngine ledger = node(new ForwardingStore(store) {
                @Override
                public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
                    throw StoreException.unavailable("away", null);
                }
            });
            assertThatThrownBy(() -> ledger.sweep(1)).isInstanceOf(StoreException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLimitIsHeld(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = node(store);
            assertThat(ledger.sweep(LedgerLimits.MAX_SWEEP)).isEqualTo(new Sweep(0, 0, 0, false));
            assertThatThrownBy(() -> ledger.sweep(0)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> ledger.sweep(LedgerLimits.MAX_SWEEP + 1))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfManyNodesTellsOnceThatALotExpiresSoon(Kind kind) {
        try (LedgerStore store = kind.open(directory);
                LedgerStore other = kind.again(directory, store)) {
            List<LedgerEngine> nodes = List.of(node(store), node(other));
            nodes.get(0).sweep(10);
            Instant end = START.plus(LedgerLimits.SOON).plus(HOUR.multipliedBy(5));
            IntStream.range(0, 150).forEach(i -> grant(nodes.get(0), account(i), end));

            for (int hour = 1; hour <= 24 * 9; hour++) {
                now = START.plus(HOUR.multipliedBy(hour));
                Together.run(2, thread -> sweepAll(nodes.get(thread)));
                assertThat(soon()).hasSize(hour < 5 ? 0 : 150);
            }
            assertThat(soon().stream().map(TokenEconomyEvent.ExpiringSoon::account))
                    .doesNotHaveDuplicates();
            assertThat(soon()).allSatisfy(event -> {
                assertThat(event.at()).isEqualTo(START.plus(HOUR.multipliedBy(5)));
                assertThat(event.lot().terms().expiresAt()).isEqualTo(end);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatExpiresSoonIsLookedForOnceAnHour(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = node(store);
            ledger.sweep(10);
            grant(ledger, account(1), START.plus(LedgerLimits.SOON).plusSeconds(60));
            now = START.plus(HOUR).minusMillis(1);
            ledger.sweep(10);
            assertThat(soon()).isEmpty();
            now = START.plus(HOUR);
            ledger.sweep(10);
            assertThat(soon()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLotThatCameNearWhileNobodyRanIsToldAfterwardsUnlessItIsGone(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = node(store);
            ledger.sweep(10);
            grant(ledger, account(1), START.plus(LedgerLimits.SOON).plus(HOUR));
            grant(ledger, account(2), START.plus(LedgerLimits.SOON).plus(HOUR.multipliedBy(48)));
            now = START.plus(LedgerLimits.SOON).plus(HOUR.multipliedBy(2));
            sweepAll(node(store));
            assertThat(soon().stream().map(TokenEconomyEvent.ExpiringSoon::account))
                    .containsExactly(account(2));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatWasAheadDoesNotSilenceTheOthers(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine ledger = node(store);
            ledger.sweep(10);
            now = START.plus(HOUR.multipliedBy(24 * 365));
            node(store).sweep(10);
            now = START;
            grant(ledger, account(1), START.plus(LedgerLimits.SOON).plus(HOUR.multipliedBy(3)));

            for (int hour = 1; hour <= 4; hour++) {
                now = START.plus(HOUR.multipliedBy(hour));
                ledger.sweep(10);
                assertThat(soon()).hasSize(hour < 3 ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNodeWithoutListenersLeavesItToTheOthers(Kind kind) {
        try (LedgerStore store = kind.open(directory)) {
            LedgerEngine listening = node(store);
            LedgerEngine deaf = new LedgerEngine(store, () -> now, entry -> {});
            listening.sweep(10);
            grant(listening, account(1), START.plus(LedgerLimits.SOON).plus(HOUR));
            now = START.plus(HOUR.multipliedBy(2));
            deaf.sweep(10);
            listening.sweep(10);
            assertThat(soon()).hasSize(1);
        }
    }

    private List<TokenEconomyEvent.ExpiringSoon> soon() {
        List<TokenEconomyEvent.ExpiringSoon> soon = new ArrayList<>();
        for (TokenEconomyEvent event : told) {
            if (event instanceof TokenEconomyEvent.ExpiringSoon expiring) {
                soon.add(expiring);
            }
        }
        return soon;
    }

    private LedgerEngine node(LedgerStore store) {
        Announcer announcer = new Announcer(List.of(told::add), account -> 0);
        return new LedgerEngine(new WatchedStore(store, Set.of(), () -> {}, announcer), () -> now, announcer);
    }

    private static int sweepAll(LedgerEngine ledger) {
        int booked = 0;
        boolean more = true;
        while (more) {
            Sweep sweep = ledger.sweep(40);
            booked += sweep.entries();
            more = sweep.more();
        }
        return booked;
    }

    private static void grant(LedgerEngine ledger, AccountId account, @Nullable Instant end) {
        Grant grant = Grant.of(account, 10, key("gift-" + account));
        ledger.apply(end == null ? grant : grant.expiring(end)).orElseThrow();
    }

    private static LedgerEntry last(LedgerStore store, AccountId account) {
        return store.entries(EntryQuery.newest(account, 1)).items().get(0);
    }

    private static AccountId account(int number) {
        return AccountId.of("account-" + number);
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }
}
