package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Together;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one transaction per operation comes to a standstill, because every attempt spoils another. */
class HotAccountTest extends FirestoreTest {

    private static final int THREADS = 64;

    @Test
    void manyThreadsOnOneAccountAllGetThroughWithoutASingleVainCommit() {
        apply(grant(ALICE, 1, "start"));
        meddler.calls();
        List<Outcome> outcomes = Together.run(THREADS, thread -> apply(grant(ALICE, 1, "k" + thread)));
        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Applied.class);
        assertThat(meddler.calls()).hasSize(THREADS).containsOnly("Commit");
        assertThat(books.account(ALICE).balance()).isEqualTo(THREADS + 1);
        assertThat(books.verify(ALICE).intact()).isTrue();
    }

    @Test
    void twoProcessesOnOneAccountGetThroughToo() {
        try (FirestoreLedgerStore other = FirestoreLedgerStore.on(client, options)) {
            Bookkeeper there = new Bookkeeper(other);
            Together.run(
                    THREADS,
                    thread -> (thread % 2 == 0 ? books : there).apply(grant(ALICE, 1, "k" + thread), Samples.NOW));
        }
        assertThat(books.account(ALICE).balance()).isEqualTo(THREADS);
        assertThat(books.verify(ALICE).intact()).isTrue();
    }
}
