package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which failures leave nothing, which leave it open, and how many calls an update takes. */
class OutcomesTest extends FirestoreTest {

    @Test
    void aKnownAccountIsBookedOnInOneRoundTrip() {
        granted(5, "first");
        assertThat(meddler.calls()).containsExactly("BatchGetDocuments", "Commit");
        granted(5, "second");
        assertThat(meddler.calls()).containsExactly("Commit");
        assertThat(spent(20, "too-much")).isInstanceOf(Outcome.Insufficient.class);
        assertThat(meddler.calls()).containsExactly("BatchGetDocuments");
        granted(5, "third");
        assertThat(meddler.calls()).containsExactly("Commit");
        assertThat(books.verify(ALICE).intact()).isTrue();
    }

    @Test
    void aTakenKeyIsFoundOutByTheCommit() {
        granted(5, "key");
        meddler.calls();
        assertThat(granted(5, "key")).isInstanceOf(Outcome.Replayed.class);
        assertThat(meddler.calls()).containsExactly("Commit", "BatchGetDocuments");
    }

    @Test
    void withoutMemoryEveryUpdateReadsFirst() {
        open(options.withRemembered(0));
        granted(5, "first");
        meddler.calls();
        granted(5, "second");
        assertThat(meddler.calls()).containsExactly("BatchGetDocuments", "Commit");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL", "UNKNOWN", "CANCELLED"})
    void aCommitWithoutAnswerIsLeftOpenAndSentOnce(Status.Code code) {
        granted(5, "first");
        for (boolean guess : new boolean[] {true, false}) {
            String key = guess ? "guess" : "look";
            meddler.calls();
            meddler.loseAnswer(code.toStatus());
            assertThatThrownBy(() -> granted(1, key))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.outcomeUnknown()).isTrue());
            assertThat(meddler.calls()).containsOnlyOnce("Commit").hasSize(guess ? 1 : 2);
            assertThat(granted(1, key)).isInstanceOf(Outcome.Replayed.class);
            assertThat(books.account(ALICE).balance()).isEqualTo(guess ? 6 : 7);
            open(options);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ABORTED", "FAILED_PRECONDITION", "RESOURCE_EXHAUSTED"})
    void aRefusedCommitIsTriedAgain(Status.Code code) {
        granted(5, "first");
        meddler.refuseCommit(code.toStatus());
        meddler.refuseCommit(code.toStatus());
        assertThat(granted(1, "again")).isInstanceOf(Outcome.Applied.class);
        assertThat(books.account(ALICE).balance()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL", "ABORTED"})
    void aReadIsTriedAgain(Status.Code code) {
        granted(5, "first");
        meddler.refuseRead(code.toStatus());
        assertThat(books.account(ALICE).balance()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"PERMISSION_DENIED", "UNAUTHENTICATED", "INVALID_ARGUMENT"})
    void whatWillNotPassIsToldAtOnce(Status.Code code) {
        meddler.refuseCommit(code.toStatus());
        assertThatThrownBy(() -> granted(5, "first"))
                .isInstanceOfSatisfying(StoreException.class, OutcomesTest::isFinal);
        meddler.refuseRead(code.toStatus());
        assertThatThrownBy(() -> books.account(ALICE))
                .isInstanceOfSatisfying(StoreException.class, OutcomesTest::isFinal);
        assertThat(granted(5, "first")).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void patienceEnds() {
        open(options.withPatience(Duration.ofSeconds(1)));
        for (int i = 0; i < 1_000; i++) {
            meddler.refuseCommit(Status.ABORTED);
        }
        assertThatThrownBy(() -> granted(1, "k")).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.retryable()).isTrue();
            assertThat(e.outcomeUnknown()).isFalse();
        });
    }

    @Test
    void aDecisionOnOutdatedMemoryIsNeverTheAnswer() {
        granted(5, "first");
        try (FirestoreLedgerStore other = FirestoreLedgerStore.on(client, options)) {
            new Bookkeeper(other).apply(grant(ALICE, 10, "elsewhere"), Samples.NOW);
        }
        assertThat(spent(12, "needs-both")).isInstanceOf(Outcome.Applied.class);
        try (FirestoreLedgerStore other = FirestoreLedgerStore.on(client, options)) {
            new Bookkeeper(other).apply(grant(ALICE, 10, "once-more"), Samples.NOW);
        }
        long seen = store.update(Bookkeeper.scopeOf(grant(ALICE, 1, "k")), before -> {
            long balance = before.account(ALICE).balance();
            if (balance < 13) {
                throw new IllegalStateException("decided on what is no more");
            }
            return Changes.none(balance);
        });
        assertThat(seen).isEqualTo(13);
    }

    private static void isFinal(StoreException e) {
        assertThat(e.retryable()).isFalse();
        assertThat(e.outcomeUnknown()).isFalse();
    }

    private Outcome granted(long amount, String key) {
        return apply(grant(ALICE, amount, key));
    }

    private Outcome spent(long amount, String key) {
        return apply(Spend.of(ALICE, amount, IdempotencyKey.of(key)));
    }
}
