package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.PersonErasure;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasingTest extends FirestoreTest {

    private static final AccountId NOBODY = AccountId.of("erased-4711");
    private static final PersonErasure ERASURE = new PersonErasure(ALICE, NOBODY);
    private static final CustomerKey CUSTOMER = new CustomerKey(ALICE, PaymentMode.TEST);
    private static final BacklogKey BACKLOG = new BacklogKey("mail", ALICE);

    @Test
    void anOpenAccountIsRefusedAndStaysAsItIs() {
        apply(grant(ALICE, 1, "k"));
        List<LedgerEntry> before = books.history(ALICE);
        assertThatThrownBy(() -> store.erase(ERASURE)).isInstanceOf(InvalidValueException.class);
        assertThat(books.history(ALICE)).isEqualTo(before);
    }

    @Test
    void anAccountWithoutEntriesIsLeftAlone() {
        store.erase(ERASURE);
        assertThat(books.account(NOBODY).sequence()).isZero();
    }

    @Test
    void aLongHistoryMovesInSteps() {
        longLife();
        store.erase(ERASURE);
        expectErased();
    }

    @Test
    void whatWasInterruptedIsFinishedByTheNextOne() {
        longLife();
        for (int step = 0; step < 2; step++) {
            meddler.letCommit();
            meddler.refuseCommit(Status.PERMISSION_DENIED);
            assertThatThrownBy(() -> store.erase(ERASURE)).isInstanceOf(StoreException.class);
            assertThat(books.account(ALICE).sequence()).isEqualTo(401);
        }
        store.erase(ERASURE);
        expectErased();
    }

    @Test
    void doingItAgainChangesNothing() {
        longLife();
        store.erase(ERASURE);
        store.erase(ERASURE);
        expectErased();
    }

    @Test
    void aBookingThatComesInBetweenIsErasedToo() {
        longLife();
        meddler.letCommit();
        meddler.refuseCommit(Status.PERMISSION_DENIED);
        assertThatThrownBy(() -> store.erase(ERASURE)).isInstanceOf(StoreException.class);
        store.update(
                Scope.NOTHING.order(Samples.orderId(9)),
                before -> Changes.none("").order(Samples.order(9, ALICE)));
        store.erase(ERASURE);
        expectErased();
        assertThat(store.orders(new OrderQuery(NOBODY, null, null, 9)).items()).hasSize(2);
    }

    @Test
    void documentsOfAnEarlierSystemAreLeftAsTheyAre() throws Exception {
        longLife();
        try (Databases direct = new Databases("tests")) {
            var earlier = direct.client()
                    .collection(options.collections().transactions())
                    .add(Map.of("user_id", "alice", "type", "purchase", "amount", 5))
                    .get();
            store.erase(ERASURE);
            expectErased();
            assertThat(earlier.get().get().getString("user_id")).isEqualTo("alice");
        }
    }

    /** More entries than one step takes. */
    private void longLife() {
        List<Operation> life = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            life.add(Grant.of(ALICE, 1, IdempotencyKey.of("k" + i))
                    .withDetails(Details.NONE.withDescription("for Alice")));
        }
        life.add(new Closure(ALICE, IdempotencyKey.of("close"), new Audit("carol", "she asked")));
        Order order = Samples.order(1, ALICE);
        Scope scope = Scope.of(Set.of(ALICE), life.stream().map(Operation::key).toList())
                .order(order.id())
                .customer(CUSTOMER)
                .backlog(BACKLOG);
        store.update(scope, before -> {
            Draft draft = new Draft(before);
            for (Operation each : life) {
                draft.take(LedgerRules.decide(draft, each, Samples.NOW));
            }
            return draft.changes("").order(order).customer(CUSTOMER, "cus_1").backlog(new Backlog(BACKLOG, 0, null));
        });
        assertThat(books.account(ALICE).sequence()).isEqualTo(401);
    }

    private void expectErased() {
        assertThat(books.account(ALICE).sequence()).isZero();
        assertThat(store.entries(EntryQuery.newest(ALICE, 1)).items()).isEmpty();
        assertThat(store.orders(new OrderQuery(ALICE, null, null, 1)).items()).isEmpty();
        assertThat(store.read(Scope.NOTHING.customer(CUSTOMER)).customer(CUSTOMER))
                .isEmpty();
        assertThat(store.backlogs(new BacklogQuery("mail", null, 9)).items()).isEmpty();
        assertThat(books.history(NOBODY))
                .hasSize(401)
                .allSatisfy(entry -> assertThat(entry.details().description()).isNull());
        assertThat(books.verify(NOBODY).intact()).isTrue();
        assertThat(apply(grant(ALICE, 1, "k7"))).isInstanceOf(Outcome.KeyConflict.class);
    }
}
