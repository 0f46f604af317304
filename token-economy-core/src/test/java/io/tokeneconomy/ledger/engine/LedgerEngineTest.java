package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger as a host sees it. */
class LedgerEngineTest {

    private static final AccountId ALICE = AccountId.of("alice");

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final List<LedgerEntry> booked = new ArrayList<>();
    private final LedgerStore store = MemoryLedgerStore.create();
    private final Ledger ledger = new LedgerEngine(store, () -> now, entry -> {
        synchronized (booked) {
            booked.add(entry);
        }
    });

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anUnusedAccountHasNothing() {
        assertThat(ledger.balance(ALICE)).isEqualTo(new Balance(0, 0, 0, 0, 0, 0, 0, 0, null));
        assertThat(ledger.statement(ALICE, 10, null).entries()).isEmpty();
        assertThat(ledger.verify(ALICE)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void spendingLeavesTheRest() {
        ledger.grant(ALICE, 100, key("gift")).orElseThrow();

        LedgerEntry entry = ledger.apply(Spend.of(ALICE, 30, key("img")).withReference("img-1"))
                .orElseThrow();

        assertThat(entry.amount()).isEqualTo(-30);
        assertThat(entry.balanceAfter()).isEqualTo(70);
        assertThat(entry.details().reference()).isEqualTo("img-1");
        assertThat(ledger.balance(ALICE)).isEqualTo(new Balance(70, 0, 70, 0, 0, 0, 70, 0, null));
        assertThat(ledger.entry(key("img"))).contains(entry);
    }

    @Test
    void tooFewTokensAreRefusedWithBothNumbersAndTheKeyStaysFree() {
        ledger.grant(ALICE, 5, key("gift"));

        Outcome refused = ledger.spend(ALICE, 6, key("img"));
        assertThat(refused).isEqualTo(new Outcome.Insufficient(ALICE, 5, 6));
        assertThatThrownBy(refused::orElseThrow)
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("alice has 5 tokens available, 6 are required");

        ledger.grant(ALICE, 1, key("more"));
        assertThat(ledger.spend(ALICE, 6, key("img"))).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void theSameRequestAgainIsReplayedAndNotToldAgain() {
        Outcome.Applied first = (Outcome.Applied) ledger.grant(ALICE, 5, key("gift"));
        now = now.plusSeconds(60);

        assertThat(ledger.grant(ALICE, 5, key("gift"))).isEqualTo(new Outcome.Replayed(first.entry()));
        assertThat(booked).containsExactly(first.entry());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsAConflict() {
        ledger.grant(ALICE, 5, key("gift"));

        assertThat(ledger.grant(ALICE, 6, key("gift"))).isInstanceOf(Outcome.KeyConflict.class);
        assertThat(ledger.grant(AccountId.of("bob"), 5, key("gift"))).isInstanceOf(Outcome.KeyConflict.class);
        assertThatThrownBy(() -> ledger.spend(ALICE, 5, key("gift")).orElseThrow())
                .hasMessageContaining("key gift already names another operation");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(5);
    }

    @Test
    void ourOwnKeysAreNotForHosts() {
        assertThatThrownBy(() -> IdempotencyKey.of("te:purchase:ord_1")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ledger.grant(ALICE, 5, IdempotencyKey.reserved("purchase", "ord_1")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("te:");
    }

    @Test
    @StripeRule(120)
    void expiredTokensAreGoneBeforeAnEntrySaysSo() {
        Instant end = now.plus(Duration.ofDays(1));
        ledger.apply(Grant.of(ALICE, 50, key("trial")).expiring(end)).orElseThrow();
        ledger.grant(ALICE, 10, key("gift"));

        now = end.minusMillis(1);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(60);
        now = end;
        assertThat(ledger.balance(ALICE).available()).isEqualTo(10);
        assertThat(ledger.spend(ALICE, 11, key("much"))).isEqualTo(new Outcome.Insufficient(ALICE, 10, 11));

        ledger.spend(ALICE, 10, key("all")).orElseThrow();
        assertThat(ledger.statement(ALICE, 10, null).entries())
                .extracting(LedgerEntry::type)
                .containsExactly(EntryType.SPEND, EntryType.EXPIRE, EntryType.GRANT, EntryType.GRANT);
        assertThat(ledger.verify(ALICE).intact()).isTrue();
    }

    @Test
    void aClockThatStepsBackDoesNotBringExpiredTokensBack() {
        Instant end = now.plusSeconds(60);
        ledger.apply(Grant.of(ALICE, 50, key("trial")).expiring(end)).orElseThrow();
        now = end;
        ledger.grant(ALICE, 1, key("later")).orElseThrow();
        now = end.minusSeconds(30);

        assertThatThrownBy(() -> ledger.apply(Grant.of(ALICE, 9, key("back")).expiring(end)))
                .hasMessageContaining("expiresAt");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(1);
        assertThat(ledger.spend(ALICE, 2, key("img"))).isEqualTo(new Outcome.Insufficient(ALICE, 1, 2));
    }

    @Test
    void purchasesAreBookedByCheckoutsOnly() {
        PurchaseDetails sale = new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_1", "pi_1", "cus_1");

        assertThatThrownBy(() -> ledger.apply(new Purchase(ALICE, 110, key("mine"), sale, Details.NONE)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("checkouts book purchases");
    }

    @Test
    void anAccountSetBackBehindItsHistoryIsFound() {
        ledger.grant(ALICE, 100, key("gift")).orElseThrow();
        Account before = store.read(Scope.NOTHING.account(ALICE)).account(ALICE);
        ledger.spend(ALICE, 100, key("img")).orElseThrow();

        Ledger forged = new LedgerEngine(new StateOf(store, before), () -> now, entry -> {});
        assertThat(forged.verify(ALICE)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(2);
            assertThat(broken.reason()).contains("does not know it");
        });
        assertThat(ledger.verify(ALICE).intact()).isTrue();
    }

    @Test
    void anEntryThatCannotBeReadIsNamed() {
        for (int i = 1; i <= 3; i++) {
            ledger.grant(ALICE, 1, key("g" + i)).orElseThrow();
        }
        Ledger damaged = new LedgerEngine(new UnreadableEntry(store, 2), () -> now, entry -> {});

        assertThat(damaged.verify(ALICE))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(2));
    }

    @Test
    void aGrantThatIsOverAlreadyIsRefused() {
        assertThatThrownBy(() -> ledger.apply(Grant.of(ALICE, 5, key("late")).expiring(now)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("expiresAt");
    }

    @Test
    void aStatementIsReadPageByPageWhileItGrows() {
        for (int i = 1; i <= 5; i++) {
            ledger.grant(ALICE, i, key("g" + i));
        }
        Statement first = ledger.statement(ALICE, 2, null);
        ledger.grant(ALICE, 6, key("g6"));
        StatementCursor cursor =
                StatementCursor.parse(first.next().orElseThrow().encoded());
        Statement second = ledger.statement(ALICE, 2, cursor);
        Statement last = ledger.statement(ALICE, 2, second.next().orElseThrow());

        assertThat(first.entries()).extracting(LedgerEntry::sequence).containsExactly(5L, 4L);
        assertThat(second.entries()).extracting(LedgerEntry::sequence).containsExactly(3L, 2L);
        assertThat(last.entries()).extracting(LedgerEntry::sequence).containsExactly(1L);
        assertThat(last.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101, -1})
    void aPageOfAnotherSizeIsRefused(int limit) {
        assertThatThrownBy(() -> ledger.statement(ALICE, limit, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("1 to 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s0", "s-1", "sx", "s1234567890123456789", "s5 "})
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        assertThatThrownBy(() -> StatementCursor.parse(cursor)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aLongHistoryIsVerifiedInPages() {
        ledger.grant(ALICE, 1_200, key("g")).orElseThrow();
        for (int i = 1; i <= 1_200; i++) {
            ledger.spend(ALICE, 1, key("s" + i)).orElseThrow();
        }
        assertThat(ledger.verify(ALICE))
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.entries()).isEqualTo(1_201));
    }

    @Test
    void manySpendersNeverTakeMoreThanThereIs() throws Exception {
        ledger.grant(ALICE, 100, key("gift"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Outcome>> outcomes = IntStream.range(0, 300)
                .mapToObj(i -> threads.submit(() -> ledger.spend(ALICE, 1, key("spend-" + i % 150))))
                .toList();
        int applied = 0;
        for (Future<Outcome> outcome : outcomes) {
            applied += outcome.get() instanceof Outcome.Applied ? 1 : 0;
        }
        threads.shutdown();

        assertThat(applied).isEqualTo(100);
        assertThat(ledger.balance(ALICE).available()).isZero();
        assertThat(booked).hasSize(101);
        assertThat(ledger.verify(ALICE).intact()).isTrue();
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }

    /** A store in which somebody set an account back. */
    private static final class StateOf extends ReadOnlyStore {

        private final Account state;

        StateOf(LedgerStore store, Account state) {
            super(store);
            this.state = state;
        }

        @Override
        public Snapshot read(Scope scope) {
            return new Snapshot(scope, Map.of(state.id(), state), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        }
    }

    /** A store in which one entry is damaged. */
    private static final class UnreadableEntry extends ReadOnlyStore {

        private final long damaged;

        UnreadableEntry(LedgerStore store, long damaged) {
            super(store);
            this.damaged = damaged;
        }

        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            Page<LedgerEntry> page = super.entries(query);
            EntryQuery withOneMore = new EntryQuery(
                    query.account(), query.filter(), query.newestFirst(), query.beyond(), query.limit() + 1);
            if (super.entries(withOneMore).items().stream().anyMatch(entry -> entry.sequence() == damaged)) {
                throw StoreException.broken("damaged row", null);
            }
            return page;
        }
    }
}
