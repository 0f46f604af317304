package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.rules.PersonErasure;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whose account it was is gone; what happened is not. */
abstract class ErasureContract extends BacklogContract {

    private static final AccountId NOBODY = AccountId.of("erased-1");
    private static final Erasure ERASURE = new PersonErasure(ALICE, NOBODY);
    private static final CustomerKey CUSTOMER = new CustomerKey(ALICE, PaymentMode.LIVE);
    private static final BacklogKey BACKLOG = new BacklogKey("mail", ALICE);

    @Nested
    class AnErasedAccount {

        @Test
        void isFoundUnderItsPseudonymOnly() {
            talkative();
            List<LedgerEntry> before = books().history(ALICE);
            closed();
            store().erase(ERASURE);
            assertThat(sequence(ALICE)).isZero();
            assertThat(books().history(ALICE)).isEmpty();
            assertThat(store().accounts(AccountQuery.after(null, 10)).items()).containsExactly(NOBODY);
            List<LedgerEntry> after = books().history(NOBODY);
            assertThat(after).hasSize(before.size() + 1);
            assertThat(after.subList(0, before.size()))
                    .extracting(LedgerEntry::amount)
                    .isEqualTo(before.stream().map(LedgerEntry::amount).toList());
            assertThat(after)
                    .allSatisfy(entry -> assertThat(entry.details()).isEqualTo(Details.NONE))
                    .allSatisfy(entry -> assertThat(entry.seal().erased()).isNotNull());
            assertThat(entry(IdempotencyKey.of("talk")).orElseThrow().account()).isEqualTo(NOBODY);
        }

        @Test
        void stillVerifies() {
            granted(ALICE, 30);
            talkative();
            closed();
            store().erase(ERASURE);
            assertThat(books().verify(NOBODY).intact()).isTrue();
        }

        @Test
        void keepsItsOrdersAndLosesItsCustomersAndBacklogs() {
            granted(ALICE, 1);
            write(Samples.fullOrder(1, ALICE, OrderState.PAID));
            write(Samples.order(2, BOB));
            store().update(
                            Scope.NOTHING.customer(CUSTOMER).backlog(BACKLOG),
                            before -> Changes.none("")
                                    .customer(CUSTOMER, "cus_1")
                                    .backlog(new Backlog(BACKLOG, 0, null)));
            closed();
            store().erase(ERASURE);
            assertThat(order(Samples.orderId(1)).orElseThrow().account()).isEqualTo(NOBODY);
            assertThat(order(Samples.orderId(2)).orElseThrow().account()).isEqualTo(BOB);
            assertThat(store().orders(new OrderQuery(ALICE, null, null, 9)).items())
                    .isEmpty();
            assertThat(store().read(Scope.NOTHING.customer(CUSTOMER)).customer(CUSTOMER))
                    .isEmpty();
            assertThat(store().backlogs(new BacklogQuery("mail", null, 9)).items())
                    .isEmpty();
        }

        @Test
        void leavesOthersAlone() {
            granted(BOB, 3);
            List<LedgerEntry> bobs = books().history(BOB);
            granted(ALICE, 1);
            closed();
            store().erase(ERASURE);
            assertThat(books().history(BOB)).isEqualTo(bobs);
            assertThat(granted(BOB, 1, "more")).isInstanceOf(Outcome.Applied.class);
        }

        @Test
        void mayBeErasedAgain() {
            granted(ALICE, 2);
            closed();
            store().erase(ERASURE);
            List<LedgerEntry> erased = books().history(NOBODY);
            store().erase(ERASURE);
            assertThat(books().history(NOBODY)).isEqualTo(erased);
        }

        @Test
        void isWrittenToUnderItsOldNameFromTheStart() {
            granted(ALICE, 2);
            closed();
            store().erase(ERASURE);
            assertThat(granted(ALICE, 5, "anew")).isInstanceOf(Outcome.Applied.class);
            assertThat(sequence(ALICE)).isEqualTo(1);
            assertThat(books().verify(ALICE).intact()).isTrue();
            assertThat(books().verify(NOBODY).intact()).isTrue();
        }

        @Test
        void keepsItsKeysTaken() {
            granted(ALICE, 1, "k");
            closed();
            store().erase(ERASURE);
            assertThat(granted(ALICE, 1, "k")).isInstanceOf(Outcome.KeyConflict.class);
        }
    }

    @Nested
    class NotErased {

        @Test
        void isAnAccountThatIsOpen() {
            granted(ALICE, 1);
            List<LedgerEntry> before = books().history(ALICE);
            assertThatThrownBy(() -> store().erase(ERASURE)).isInstanceOf(InvalidValueException.class);
            assertThat(books().history(ALICE)).isEqualTo(before);
            assertThat(sequence(NOBODY)).isZero();
        }

        @Test
        void isAnAccountWithoutEntries() {
            store().erase(ERASURE);
            assertNothingWritten();
        }
    }

    private void talkative() {
        Details details = new Details("the reference", "a description", Map.of("who", "Alice A."));
        books().apply(new Grant(ALICE, 5, IdempotencyKey.of("talk"), LotTerms.FREE, details), Samples.NOW);
    }

    private void closed() {
        Outcome outcome = books().apply(
                        new Closure(ALICE, IdempotencyKey.of("close"), new Audit("support", "asked for it")),
                        Samples.NOW);
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    }
}
