package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.Histories.Request;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that are taken back and given again while others spend them. */
abstract class ReversalContract extends IsolationContract {

    private static final int THREADS = 12;
    private static final int ROUNDS = 8;
    private static final IdempotencyKey SALE = IdempotencyKey.of("sale");

    @Nested
    class ReversalsAmongSpends {

        private final Map<IdempotencyKey, Operation> asked = new ConcurrentHashMap<>();

        @ParameterizedTest
        @EnumSource
        void areBookedAsIfOneCameAfterAnother(ClawbackPolicy policy) {
            List<LedgerEntry> told = new ArrayList<>();
            ask(new Purchase(ALICE, 60, SALE, Samples.sale(true), Details.NONE), told);
            Together.run(THREADS, thread -> live(thread, policy)).forEach(told::addAll);

            List<LedgerEntry> history = books().history(ALICE);
            assertThat(history).containsExactlyInAnyOrderElementsOf(told);
            assertThat(oneAfterAnother(history)).isEqualTo(history);
            assertSound(history);
        }

        @Test
        void findTheirSaleAlsoWhenABatchIsBooked() {
            ask(new Purchase(ALICE, 60, SALE, Samples.sale(true), Details.NONE), new ArrayList<>());
            IdempotencyKey key = IdempotencyKey.of("back");
            Clawback back = new Clawback(ALICE, SALE, 9, key, ClawbackPolicy.DEBT, Details.NONE);
            List<Object> answers = books().applyAll(
                            List.of(new Request(spend(ALICE, 1, "s"), Samples.NOW), new Request(back, Samples.NOW)));
            assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Outcome.Applied.class));
            assertThat(books().account(ALICE).balance()).isEqualTo(50);
        }

        /** {@return the entries that this thread was told of} */
        private List<LedgerEntry> live(int thread, ClawbackPolicy policy) {
            List<LedgerEntry> told = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Operation operation : operations(thread, round, policy)) {
                    ask(operation, told);
                }
            }
            return told;
        }

        private List<Operation> operations(int thread, int round, ClawbackPolicy policy) {
            IdempotencyKey key = IdempotencyKey.of(thread + "-" + round);
            IdempotencyKey next = IdempotencyKey.of(key.value() + "-next");
            return switch (thread % 4) {
                case 0 -> List.of(Spend.of(ALICE, 3, key), Spend.of(ALICE, 1, next));
                case 1 ->
                    round % 2 == 0
                            ? List.of(PlaceHold.of(ALICE, 2, key), Capture.of(ALICE, key, 1, next))
                            : List.of(PlaceHold.of(ALICE, 1, key));
                case 2 -> List.of(new Clawback(ALICE, SALE, 9, key, policy, Details.NONE));
                default ->
                    List.of(
                            new Reinstatement(ALICE, SALE, 8, key, Details.NONE),
                            new Configuration(ALICE, AccountSettings.DEFAULT, next, new Audit("support", "paid")));
            };
        }

        /** Asks twice: what stands is told again and not booked again. */
        private void ask(Operation operation, List<LedgerEntry> told) {
            asked.put(operation.key(), operation);
            Outcome first = books().apply(operation, Samples.NOW);
            Outcome second = books().apply(operation, Samples.NOW);
            if (first instanceof Outcome.Applied applied) {
                assertThat(second).isEqualTo(new Outcome.Replayed(applied.entry()));
                told.add(applied.entry());
            } else if (second instanceof Outcome.Applied applied) {
                told.add(applied.entry());
            }
        }

        /** {@return the history that the same operations make in the same order, with nobody beside them} */
        private List<LedgerEntry> oneAfterAnother(List<LedgerEntry> history) {
            try (LedgerStore alone = MemoryLedgerStore.create()) {
                Bookkeeper books = new Bookkeeper(alone);
                history.forEach(entry -> books.apply(Objects.requireNonNull(asked.get(entry.key())), Samples.NOW));
                return books.history(ALICE);
            }
        }

        private void assertSound(List<LedgerEntry> history) {
            Account alice = books().account(ALICE);
            assertThat(history.stream().mapToLong(LedgerEntry::amount).sum()).isEqualTo(alice.balance());
            Soundness.require(alice);
            assertThat(books().verify(ALICE)).isInstanceOf(Verification.Intact.class);
        }
    }
}
