package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firestore.v1.BatchGetDocumentsRequest;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.RunQueryRequest;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.event.engine.OutboxEngine;
import io.tokeneconomy.event.engine.WatchedStore;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a subscriber adds to the bill, as {@code docs/stores.md} says. */
class SubscriberCostTest extends FirestoreTest {

    private int seen;

    @Test
    void eachBookingReadsFirstAndWritesItsBacklogAgain() {
        LedgerEngine ledger = ledger();
        for (int i = 0; i < 3; i++) {
            ledger.grant(ALICE, 1, IdempotencyKey.of("k" + i)).orElseThrow();
            assertThat(bill()).as("booking %s", i).isEqualTo(new Bill(0, 3, 3));
        }
    }

    @Test
    void aDeliveryLeasesAndGivesBackInTransactions() {
        LedgerEngine ledger = ledger();
        ledger.grant(ALICE, 1, IdempotencyKey.of("k1")).orElseThrow();
        ledger.grant(ALICE, 1, IdempotencyKey.of("k2")).orElseThrow();
        OutboxEngine outbox = new OutboxEngine(store, () -> Samples.NOW, Map.of("mail", event -> {}), id -> 0);
        bill();
        assertThat(outbox.dispatch(1).entries()).isEqualTo(2);
        assertThat(bill()).isEqualTo(new Bill(2, 8, 2));
        assertThat(outbox.dispatch(1).entries()).isZero();
        assertThat(bill()).isEqualTo(new Bill(1, 0, 0));
    }

    private LedgerEngine ledger() {
        Announcer nobody = new Announcer(List.of(), id -> 0);
        return new LedgerEngine(new WatchedStore(store, Set.of("mail"), () -> {}, nobody), () -> Samples.NOW, nobody);
    }

    /** What was asked for since the last time; only the emulator is asked again for the same moment. */
    private Bill bill() {
        List<Object> all = meddler.requests();
        List<Object> requests = all.subList(seen, all.size());
        seen = all.size();
        long queries =
                requests.stream().filter(RunQueryRequest.class::isInstance).count();
        long reads = requests.stream()
                .filter(BatchGetDocumentsRequest.class::isInstance)
                .map(BatchGetDocumentsRequest.class::cast)
                .filter(request -> !request.hasReadTime())
                .mapToLong(BatchGetDocumentsRequest::getDocumentsCount)
                .sum();
        long writes = requests.stream()
                .filter(CommitRequest.class::isInstance)
                .map(CommitRequest.class::cast)
                .mapToLong(CommitRequest::getWritesCount)
                .sum();
        return new Bill(queries, reads, writes);
    }

    private record Bill(long queries, long reads, long writes) {}
}
