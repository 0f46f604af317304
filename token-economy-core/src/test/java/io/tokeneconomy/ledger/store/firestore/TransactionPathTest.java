package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import io.tokeneconomy.order.Order;
import org.junit.jupiter.api.Test;

/** Updates that rest on something they do not write. */
class TransactionPathTest extends FirestoreTest {

    private final Order order = Samples.order(1, ALICE);
    private final Scope scope = Scope.NOTHING.order(order.id()).key(IdempotencyKey.of("must-stay-free"));

    @Test
    void whatIsOnlyLookedAtIsHeldByATransaction() {
        write();
        assertThat(meddler.calls()).containsExactly("BatchGetDocuments", "BatchGetDocuments", "Commit");
        assertThat(store.read(scope).order(order.id())).contains(order);
    }

    @Test
    void whatOthersChangedMeanwhileIsDecidedAgain() {
        meddler.refuseCommit(Status.ABORTED);
        write();
        assertThat(store.read(scope).order(order.id())).contains(order);
    }

    @Test
    void aCommitWithoutAnswerIsLeftOpen() {
        meddler.loseAnswer(Status.UNAVAILABLE);
        assertThatThrownBy(this::write)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.outcomeUnknown()).isTrue());
        assertThat(store.read(scope).order(order.id())).contains(order);
    }

    @Test
    void twoProcessesNeverRestOnWhatTheOtherTakes() {
        try (FirestoreLedgerStore other = FirestoreLedgerStore.on(client, options)) {
            Scope both = Scope.NOTHING.session("cs_a").session("cs_b");
            Together.run(
                    2,
                    process -> (process == 0 ? store : other).update(both, before -> {
                        boolean free = before.parked("cs_a").isEmpty()
                                && before.parked("cs_b").isEmpty();
                        String mine = process == 0 ? "cs_a" : "cs_b";
                        return free ? Changes.none(true).park(Samples.parked(mine)) : Changes.none(false);
                    }));
            assertThat(store.parked(new ParkedQuery("", 9)).items()).hasSize(1);
        }
    }

    private void write() {
        store.update(scope, before -> Changes.none("").order(order));
    }
}
