package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Sweep;
import io.tokeneconomy.ledger.Transfer;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Together;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An account that the host's own transaction holds for long keeps its own callers waiting, and nobody else. */
@Timeout(180)
@SuppressWarnings("NullAway.Init")
abstract class HostLockContract {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int NEIGHBOURS = 16;
    private static final int CALLERS = 2;
    private static final int ROUNDS = 30;
    private static final int GIFT = 1_000;

    private static final AccountId LOCKED = AccountId.of("locked");
    private static final AccountId NEW = AccountId.of("new");
    private static final AccountId LAST = AccountId.of("zoe");

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private Pool pool;
    private JdbcLedgerStore store;
    private LedgerEngine ledger;
    private Connection host;

    /** Connections to a new, empty database. */
    abstract Pool newDatabase();

    @BeforeEach
    void open() throws SQLException {
        pool = newDatabase();
        host = pool.host();
        host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        host.setAutoCommit(false);
        open(LONG);
        give(LOCKED, GIFT);
        IntStream.range(0, NEIGHBOURS).forEach(i -> give(neighbour(i), GIFT));
    }

    @AfterEach
    void close() throws SQLException {
        host.rollback();
        ledger.close();
        store.close();
        host.close();
        pool.close();
    }

    @Test
    void neighboursGoOnAndTheLockedAccountsCallersGetThroughAfterTheCommit() throws SQLException {
        lock(LOCKED);
        List<Future<Integer>> waiting = IntStream.range(0, CALLERS)
                .mapToObj(i -> Together.start(() -> spend(LOCKED, "caller-" + i)))
                .toList();
        assertThat(neighboursSpend()).allMatch(done -> done == ROUNDS);
        assertThat(waiting).noneMatch(Future::isDone);
        host.commit();
        assertThat(waiting).extracting(Together::get).containsOnly(ROUNDS);
        assertAvailable(LOCKED, GIFT - 1 - CALLERS * ROUNDS);
        assertNeighbours(GIFT - ROUNDS);
    }

    @Test
    void anAccountThatTheHostHasJustCreatedIsWaitedForByItsCallersOnly() throws SQLException {
        new Bookkeeper(store.joining(host)).apply(Grant.of(NEW, GIFT, IdempotencyKey.of("welcome")), NOW);
        List<Future<Boolean>> waiting = IntStream.range(0, CALLERS)
                .mapToObj(i -> Grant.of(NEW, 5, IdempotencyKey.of("invited-" + i)))
                .map(grant -> Together.start(() -> ledger.apply(grant).stands()))
                .toList();
        assertThat(neighboursSpend()).allMatch(done -> done == ROUNDS);
        assertThat(waiting).noneMatch(Future::isDone);
        host.commit();
        assertThat(waiting).extracting(Together::get).containsOnly(true);
        assertAvailable(NEW, GIFT + 5 * CALLERS);
        assertNeighbours(GIFT - ROUNDS);
    }

    @Test
    void aTransferToTheLockedAccountWaitsAndItsSenderSpendsOn() throws SQLException {
        lock(LOCKED);
        List<Future<Boolean>> transfers = new ArrayList<>();
        for (int i = 0; i < NEIGHBOURS; i++) {
            Transfer transfer = Transfer.of(neighbour(i), LOCKED, 2, IdempotencyKey.of("transfer-" + i));
            transfers.add(Together.start(() -> ledger.apply(transfer).stands()));
        }
        assertThat(neighboursSpend()).allMatch(done -> done == ROUNDS);
        assertThat(transfers).noneMatch(Future::isDone);
        host.commit();
        assertThat(transfers).extracting(Together::get).containsOnly(true);
        assertAvailable(LOCKED, GIFT - 1 + 2 * NEIGHBOURS);
        assertNeighbours(GIFT - ROUNDS - 2);
    }

    /** The senders' names come before the receiver's, and so do their locks. */
    @Test
    void whileATransferWaitsForItsReceiverItsSenderIsNotLocked() throws SQLException {
        give(LAST, GIFT);
        lock(LAST);
        List<Future<Boolean>> transfers = new ArrayList<>();
        for (int i = 0; i < NEIGHBOURS; i++) {
            Transfer transfer = Transfer.of(neighbour(i), LAST, 2, IdempotencyKey.of("transfer-" + i));
            transfers.add(Together.start(() -> ledger.apply(transfer).stands()));
        }
        assertThat(neighboursSpend()).allMatch(done -> done == ROUNDS);
        assertThat(transfers).noneMatch(Future::isDone);
        host.commit();
        assertThat(transfers).extracting(Together::get).containsOnly(true);
        assertAvailable(LAST, GIFT - 1 + 2 * NEIGHBOURS);
        assertNeighbours(GIFT - ROUNDS - 2);
    }

    @Test
    void aBulkThatMeetsTheLockedAccountKeepsItsOrder() throws SQLException {
        lock(LOCKED);
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            operations.add(
                    Spend.of(i % 2 == 0 ? LOCKED : neighbour(i % NEIGHBOURS), 1, IdempotencyKey.of("bulk-" + i)));
        }
        Future<Integer> bulk = Together.start(() -> ledger.apply(operations).size());
        assertThat(neighboursSpend()).allMatch(done -> done == ROUNDS);
        assertThat(bulk).isNotDone();
        host.commit();
        assertThat(Together.get(bulk)).isEqualTo(300);
        assertAvailable(LOCKED, GIFT - 1 - 150);
        assertThat(new Bookkeeper(store)
                        .history(LOCKED).stream()
                                .skip(2)
                                .map(entry -> entry.key().value()))
                .isEqualTo(
                        IntStream.range(0, 150).mapToObj(i -> "bulk-" + 2 * i).toList());
    }

    @Test
    void aLockThatIsHeldTooLongIsToldAndTheNextOnesGetThroughAfterIt() throws SQLException {
        ledger.close();
        store.close();
        open(Duration.ofSeconds(2));
        lock(LOCKED);
        Operation late = Spend.of(LOCKED, 1, IdempotencyKey.of("late"));
        assertThatThrownBy(() -> ledger.apply(late))
                .isInstanceOfSatisfying(
                        TokenEconomyException.class,
                        e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("2000 ms");
        assertThat(neighboursSpend()).allMatch(done -> done == ROUNDS);
        host.commit();
        assertThat(ledger.apply(late).stands()).isTrue();
        assertAvailable(LOCKED, GIFT - 2);
        assertNeighbours(GIFT - ROUNDS);
    }

    @Test
    void aSpendWaitsNoLongerForAHostOfAnotherProcess() throws SQLException {
        waitsNoLongerForAHostOfAnotherProcess(Spend.of(LOCKED, 1, IdempotencyKey.of("late")));
    }

    @Test
    void aTransferWaitsNoLongerForAHostOfAnotherProcess() throws SQLException {
        waitsNoLongerForAHostOfAnotherProcess(Transfer.of(LOCKED, neighbour(0), 1, IdempotencyKey.of("late")));
    }

    /** Our store does not know that it was joined there: it goes by what it remembers, and must not wait for ever. */
    private void waitsNoLongerForAHostOfAnotherProcess(Operation late) throws SQLException {
        ledger.close();
        store.close();
        open(Duration.ofSeconds(2));
        ledger.apply(Transfer.of(neighbour(0), LOCKED, 1, IdempotencyKey.of("remember-both")));
        try (JdbcLedgerStore other = JdbcLedgerStore.on(pool.source())) {
            lock(other, LOCKED);
            Future<Boolean> waiting = Together.start(() -> ledger.apply(late).stands());
            assertThatThrownBy(() -> Together.get(waiting, 30))
                    .isInstanceOf(TokenEconomyException.class)
                    .hasMessageContaining("2000 ms");
            host.commit();
        }
        assertThat(ledger.apply(late).stands()).isTrue();
        assertAvailable(LOCKED, GIFT - 1);
    }

    @Test
    void aSweepSettlesTheOthersAndLeavesTheLockedAccountDue() throws SQLException {
        Duration day = Duration.ofDays(1);
        for (int i = -1; i < NEIGHBOURS; i++) {
            AccountId account = i < 0 ? LOCKED : neighbour(i);
            ledger.apply(Grant.of(account, 5, IdempotencyKey.of("soon-" + i)).expiring(NOW.plus(day)));
        }
        lock(LOCKED);
        time.set(NOW.plus(day.multipliedBy(2)));
        Future<Sweep> sweep = Together.start(() -> ledger.sweep(100));
        assertThat(Together.get(sweep)).isEqualTo(new Sweep(NEIGHBOURS, NEIGHBOURS, 1, false));
        host.commit();
        assertThat(ledger.sweep(100)).isEqualTo(new Sweep(1, 1, 0, false));
        assertAvailable(LOCKED, GIFT);
    }

    /** The account has been touched in the host's transaction, which stays open. */
    private void lock(AccountId account) {
        lock(store, account);
    }

    private void lock(JdbcLedgerStore joined, AccountId account) {
        new Bookkeeper(joined.joining(host)).apply(Spend.of(account, 1, IdempotencyKey.of("host")), NOW);
    }

    private List<Integer> neighboursSpend() {
        return Together.run(NEIGHBOURS, i -> spend(neighbour(i), "neighbour-" + i));
    }

    /** How many of its spends stand. */
    private int spend(AccountId account, String name) {
        return (int) IntStream.range(0, ROUNDS)
                .filter(round -> ledger.apply(Spend.of(account, 1, IdempotencyKey.of(name + "-" + round)))
                        .stands())
                .count();
    }

    private void assertNeighbours(long available) {
        IntStream.range(0, NEIGHBOURS).forEach(i -> assertAvailable(neighbour(i), available));
    }

    private void assertAvailable(AccountId account, long available) {
        assertThat(ledger.balance(account).available()).isEqualTo(available);
        assertThat(ledger.verify(account).intact()).isTrue();
    }

    private void give(AccountId account, long amount) {
        ledger.apply(Grant.of(account, amount, IdempotencyKey.of("gift-" + account)));
    }

    private static AccountId neighbour(int number) {
        return AccountId.of("neighbour-" + number);
    }

    private void open(Duration busyTimeout) {
        store = JdbcLedgerStore.on(pool.source(), JdbcOptions.DEFAULT.withBusyTimeout(busyTimeout));
        ledger = new LedgerEngine(store, time::get, entry -> {});
    }
}
