package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.BulkIncompleteException;
import io.tokeneconomy.ledger.BulkIncompleteException.Result;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bulk says of each operation what became of it, also when the store fails on the way. */
class BulkOutcomesTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final StoreException gone = StoreException.unavailable("the database is gone", null);

    /** More than one batch takes. */
    private static final int MANY = 600;

    private final List<LedgerEntry> told = new ArrayList<>();
    private final MemoryLedgerStore memory = MemoryLedgerStore.create();
    private final FailingStore failing = new FailingStore(memory);
    private final LedgerEngine ledger = new LedgerEngine(failing, () -> NOW, told::add);

    @AfterEach
    void everythingAddsUp() {
        failing.beforeUpdates(scope -> {});
        assertThat(ledger.verify(ALICE).intact()).isTrue();
        ledger.close();
        memory.close();
    }

    @Test
    void eachHasItsOutcome() {
        List<Outcome> outcomes =
                ledger.apply(List.of(operation(1), Spend.of(ALICE, 1_001, key("much")), operation(2), operation(1)));

        assertThat(outcomes.get(0).stands()).isTrue();
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Insufficient(ALICE, 1_000, 1_001));
        assertThat(outcomes.get(2).stands()).isTrue();
        assertThat(outcomes.get(3))
                .isEqualTo(new Outcome.Replayed(outcomes.get(0).orElseThrow()));
    }

    @Test
    void whatIsWrongBeforeItIsLookedAtIsRefusedBeforeAnythingIsBooked() {
        Operation reserved = Grant.of(ALICE, 1, IdempotencyKey.reserved("purchase", "ord_1"));

        assertThatThrownBy(() -> ledger.apply(List.of(operation(1), reserved)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ledger.apply(List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ledger.apply(Collections.nCopies(LedgerLimits.MAX_BULK + 1, operation(1))))
                .isInstanceOf(InvalidValueException.class);
        assertThat(memory.read(Scope.NOTHING.account(ALICE)).account(ALICE).sequence())
                .isZero();
    }

    @Test
    void anOperationThatCannotBeDecidedHindersNoOther() {
        BulkIncompleteException incomplete =
                incomplete(List.of(operation(1), Grant.of(ALICE, 5, key("over")).expiring(NOW), operation(2)));

        assertThat(incomplete.retryable()).isFalse();
        assertThat(incomplete.results().get(0)).isEqualTo(applied(1));
        assertThat(incomplete.results().get(1))
                .isInstanceOfSatisfying(
                        Result.NotBooked.class,
                        failed -> assertThat(failed.cause())
                                .isInstanceOf(InvalidValueException.class)
                                .isSameAs(incomplete.getCause()));
        assertThat(incomplete.results().get(2)).isEqualTo(applied(2));
        assertThat(told).hasSize(2);
    }

    @Test
    void whatStandsIsToldWhenTheStoreFailsLater() {
        failing.beforeUpdates(failWith(gone, MANY));

        BulkIncompleteException incomplete = incomplete(operations(MANY));

        assertThat(incomplete).hasCause(gone).hasMessageContaining("0 of them may stand");
        assertThat(incomplete.retryable()).isTrue();
        List<Result> results = incomplete.results();
        assertThat(results).hasSize(MANY);
        long standing = memory.read(Scope.NOTHING.account(ALICE)).account(ALICE).sequence();
        assertThat(standing).isBetween(1L, MANY - 1L);
        for (int i = 0; i < MANY; i++) {
            if (i < standing) {
                assertThat(results.get(i)).isEqualTo(applied(i + 1));
            } else {
                assertThat(results.get(i)).isInstanceOf(Result.NotBooked.class);
            }
        }
        assertThat(told).hasSize((int) standing);
    }

    @Test
    void whatMayStandIsToldApart() {
        failing.afterUpdates(failWith(StoreException.unknown("not confirmed", new RuntimeException()), MANY));
        failing.beforeUpdates(scope -> {
            if (scope.keys().size() == 1) {
                throw gone;
            }
        });

        BulkIncompleteException incomplete = incomplete(operations(MANY));

        List<Result> results = incomplete.results();
        assertThat(incomplete).hasMessageContaining(count(results, Result.Unknown.class) + " of them may stand");
        long standing = memory.read(Scope.NOTHING.account(ALICE)).account(ALICE).sequence();
        assertThat(count(results, Result.Known.class) + count(results, Result.Unknown.class))
                .isEqualTo(standing)
                .isLessThanOrEqualTo(MANY);
        assertThat(count(results, Result.Unknown.class)).isPositive();
    }

    @Test
    void theWholeListMayBeAskedForAgain() {
        failing.beforeUpdates(failWith(gone, MANY));
        List<Operation> operations = operations(MANY);
        long known = count(incomplete(operations).results(), Result.Known.class);
        failing.beforeUpdates(scope -> {});

        List<Outcome> outcomes = ledger.apply(operations);

        assertThat(outcomes.stream().filter(Outcome.Replayed.class::isInstance)).hasSize((int) known);
        assertThat(outcomes).allMatch(Outcome::stands);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(1_000 - (MANY - 1));
        assertThat(told).hasSize(MANY);
    }

    @Test
    void aListThatChangesMeanwhileIsBookedAsItWasChecked() {
        Operation reserved = Grant.of(ALICE, 9, IdempotencyKey.reserved("purchase", "ord_1"));
        AtomicInteger looks = new AtomicInteger();
        List<Operation> changing = new AbstractList<>() {
            @Override
            public Operation get(int index) {
                return looks.getAndIncrement() < 2 ? operation(index + 1) : reserved;
            }

            @Override
            public int size() {
                return 2;
            }
        };
        assertThat(ledger.apply(changing)).hasSize(2);
        assertThat(ledger.entry(key("op-2"))).isPresent();
    }

    @Test
    void operationsThatSayMuchShareAnUpdateWithFewer() {
        Map<String, String> metadata = new HashMap<>();
        for (int i = 0; i < LedgerLimits.MAX_METADATA; i++) {
            metadata.put("key-" + i, "\u20ac".repeat(LedgerLimits.MAX_METADATA_VALUE));
        }
        Details details = Details.NONE.withMetadata(metadata);
        List<Operation> operations = LongStream.rangeClosed(1, 200)
                .<Operation>mapToObj(i -> Grant.of(ALICE, 1, key("much-" + i)).withDetails(details))
                .toList();
        List<Integer> sizes = new ArrayList<>();
        failing.afterUpdates(scope -> sizes.add(scope.keys().size()));

        assertThat(ledger.apply(operations)).allMatch(Outcome::stands);
        assertThat(ledger.apply(operations(256))).allMatch(Outcome::stands);

        int bytes = 3 * LedgerLimits.MAX_METADATA * LedgerLimits.MAX_METADATA_VALUE;
        assertThat(sizes.get(0)).isBetween(10, (int) Weight.MOST / bytes);
        assertThat(sizes.get(sizes.size() - 1)).isEqualTo(256);
    }

    private BulkIncompleteException incomplete(List<Operation> operations) {
        return catchThrowableOfType(BulkIncompleteException.class, () -> ledger.apply(operations));
    }

    private Result applied(long number) {
        return new Result.Known(
                new Outcome.Applied(ledger.entry(key("op-" + number)).orElseThrow()));
    }

    private static Consumer<Scope> failWith(RuntimeException failure, long number) {
        return scope -> {
            if (scope.keys().contains(key("op-" + number))) {
                throw failure;
            }
        };
    }

    private static long count(List<Result> results, Class<? extends Result> kind) {
        return results.stream().filter(kind::isInstance).count();
    }

    /** A grant, then spends. */
    private static List<Operation> operations(int number) {
        return LongStream.rangeClosed(1, number)
                .<Operation>mapToObj(BulkOutcomesTest::operation)
                .toList();
    }

    private static Operation operation(long number) {
        IdempotencyKey key = key("op-" + number);
        return number == 1 ? Grant.of(ALICE, 1_000, key) : Spend.of(ALICE, 1, key);
    }

    private static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }
}
