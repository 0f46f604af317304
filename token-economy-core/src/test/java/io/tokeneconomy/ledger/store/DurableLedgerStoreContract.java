package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.order.OrderState;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store that keeps its data outside the process must do as well. */
public abstract class DurableLedgerStoreContract extends LedgerStoreContract {

    private static final int THREADS = 8;

    /** {@return one more store on the data of the last {@link #open()}; closed by the contract} */
    protected abstract LedgerStore openAgain();

    @Nested
    class KeptOutsideTheProcess {

        @Test
        void everythingIsThereAfterReopening() {
            granted(ALICE, 3);
            write(Samples.fullOrder(1, ALICE, OrderState.PAID));
            List<LedgerEntry> history = books().history(ALICE);
            store().close();
            try (LedgerStore again = openAgain()) {
                Bookkeeper books = new Bookkeeper(again);
                assertThat(books.history(ALICE)).isEqualTo(history);
                assertThat(books.verify(ALICE)).isInstanceOf(Verification.Intact.class);
                assertThat(again.orders(OrderQuery.newest(9)).items()).hasSize(1);
                assertThat(books.apply(grant(ALICE, 1, "alice-1"), Samples.NOW)).isInstanceOf(Outcome.Replayed.class);
            }
        }

        @Test
        void twoStoresSeeEachOthersCommits() {
            try (LedgerStore other = openAgain()) {
                granted(ALICE, 1, "here");
                assertThat(new Bookkeeper(other).account(ALICE).sequence()).isEqualTo(1);
                new Bookkeeper(other).apply(grant(ALICE, 1, "there"), Samples.NOW);
                assertThat(sequence(ALICE)).isEqualTo(2);
            }
        }

        @Test
        void twoStoresLoseNothingOnAHotAccount() {
            try (LedgerStore other = openAgain()) {
                Bookkeeper there = new Bookkeeper(other);
                Together.run(2 * THREADS, thread -> {
                    Bookkeeper books = thread < THREADS ? books() : there;
                    for (int i = 0; i < 10; i++) {
                        books.apply(grant(ALICE, 1, "k-" + thread + "-" + i), Samples.NOW);
                    }
                    return thread;
                });
            }
            assertThat(books().account(ALICE).balance()).isEqualTo(2 * THREADS * 10);
            assertThat(books().verify(ALICE)).isInstanceOf(Verification.Intact.class);
        }

        @Test
        void oneKeyInTwoStoresIsBookedOnce() {
            try (LedgerStore other = openAgain()) {
                Bookkeeper there = new Bookkeeper(other);
                List<Outcome> outcomes = Together.run(
                        2 * THREADS,
                        thread -> (thread % 2 == 0 ? books() : there).apply(grant(ALICE, 1, "race"), Samples.NOW));
                assertThat(outcomes.stream().filter(Outcome.Applied.class::isInstance))
                        .hasSize(1);
                assertThat(outcomes.stream().filter(Outcome.Replayed.class::isInstance))
                        .hasSize(2 * THREADS - 1);
            }
        }
    }
}
