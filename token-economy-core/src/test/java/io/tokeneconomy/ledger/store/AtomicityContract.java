package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.Histories.Request;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** All of an update or nothing of it; entries stay as they were written. */
abstract class AtomicityContract extends RoundTripContract {

    private static final CustomerKey CUSTOMER = new CustomerKey(ALICE, PaymentMode.LIVE);

    private static final AccountId CAROL = AccountId.of("carol");
    private static final List<LedgerEntry> CAROLS =
            List.of(Samples.entry(CAROL, 1, "carol-1"), Samples.entry(CAROL, 2, "carol-2"));

    @Nested
    class AllOrNothing {

        private final Scope scope = Scope.NOTHING
                .account(ALICE)
                .account(BOB)
                .order(Samples.orderId(1))
                .customer(CUSTOMER)
                .session("cs_1");

        @Test
        void everythingOfAnUpdateIsThere() {
            String result = store().update(scope, before -> everything(Changes.none("told")));
            assertThat(result).isEqualTo("told");
            assertThat(sequence(ALICE)).isEqualTo(1);
            assertThat(sequence(BOB)).isEqualTo(1);
            assertThat(order(Samples.orderId(1))).contains(Samples.order(1, ALICE));
            assertThat(store().read(scope).customer(CUSTOMER)).contains(Customer.of("cus_1"));
            assertThat(store().read(scope).parked("cs_1")).contains(Samples.parked("cs_1"));
        }

        @Test
        void aFailedDecisionIsThrownOnUnchangedAndWritesNothing() {
            List<Throwable> failures = List.of(new DecisionFailed(), new AssertionError("decision"));
            for (Throwable failure : failures) {
                assertThatThrownBy(() -> store().update(scope, before -> sneaky(failure)))
                        .isSameAs(failure);
            }
            assertNothingWritten();
            granted(ALICE, 1);
        }

        @Test
        void aKeyThatIsTakenStopsTheWholeUpdate() {
            CAROLS.forEach(entry -> write(entry, List.of()));
            refused(changes -> {
                LedgerEntry clash = Samples.entry(BOB, 2, CAROLS.get(0).key().value());
                return everything(changes).booking(Samples.after(clash, List.of()), List.of(clash));
            });
            assertThat(sequence(ALICE)).isZero();
            assertThat(sequence(BOB)).isZero();
            assertThat(store().orders(OrderQuery.newest(9)).items()).isEmpty();
            assertThat(store().parked(new ParkedQuery("", 9)).items()).isEmpty();
            assertThat(store().read(scope).customer(CUSTOMER)).isEmpty();
            assertThat(store().accounts(AccountQuery.after(null, 9)).items()).containsExactly(CAROL);
        }

        @Test
        void whatIsOutsideTheScopeCannotBeChanged() {
            LedgerEntry stranger = Samples.entry(CAROL, 1, "k");
            refused(changes -> everything(changes).booking(Samples.after(stranger, List.of()), List.of(stranger)));
            refused(changes -> everything(changes).order(Samples.order(2, ALICE)));
            refused(changes -> everything(changes).park(Samples.parked("cs_2")));
            refused(changes -> everything(changes).withoutCustomer(new CustomerKey(BOB, PaymentMode.LIVE)));
            assertNothingWritten();
        }

        @Test
        void aGapInTheSequenceIsRefused() {
            LedgerEntry gap = Samples.entry(ALICE, 2, "k");
            refused(changes -> changes.booking(Samples.after(gap, List.of()), List.of(gap)));
            LedgerEntry first = Samples.entry(BOB, 1, "k1");
            LedgerEntry third = Samples.entry(BOB, 3, "k3");
            refused(changes -> changes.booking(Samples.after(third, List.of()), List.of(first, third)));
            assertNothingWritten();
        }

        @Test
        void anEntryThatIsThereCannotBeWrittenAgain() {
            granted(ALICE, 2);
            List<LedgerEntry> written = books().history(ALICE);
            LedgerEntry again = Samples.entry(ALICE, 2, "other");
            refused(changes -> changes.booking(Samples.after(again, List.of()), List.of(again)));
            assertThat(books().history(ALICE)).isEqualTo(written);
        }

        @Test
        void anAccountAndItsEntriesEndTogether() {
            LedgerEntry first = Samples.entry(ALICE, 1, "k1");
            LedgerEntry second = Samples.entry(ALICE, 2, "k2");
            refused(changes -> changes.booking(Samples.after(second, List.of()), List.of(first)));
            refused(changes -> changes.booking(Samples.after(first, List.of()), List.of()));
            refused(changes -> changes.booking(Account.unused(BOB), List.of(first)));
            assertNothingWritten();
        }

        @Test
        void anAccountEndsAsItsLastEntrySays() {
            LedgerEntry entry = Samples.entry(ALICE, 1, "k1");
            Account after = Samples.after(entry, List.of());
            ChainTip tip = after.tip();
            Totals totals = after.totals();
            ChainTip otherHead = new ChainTip(tip.sequence(), Digest.ZERO, tip.at());
            ChainTip otherTime =
                    new ChainTip(tip.sequence(), tip.head(), tip.at().plusSeconds(1));
            Totals otherTotals = new Totals(totals.settled() + 1, totals.held(), totals.debt());
            refused(changes -> changes.booking(ending(after, otherHead, totals), List.of(entry)));
            refused(changes -> changes.booking(ending(after, otherTime, totals), List.of(entry)));
            refused(changes -> changes.booking(ending(after, tip, otherTotals), List.of(entry)));
            assertNothingWritten();
        }

        @Test
        void newAndKnownAccountsAreBookedTogether() {
            LedgerEntry known = Samples.entry(ALICE, 1, "a1");
            LedgerEntry carols = CAROLS.get(0);
            Scope all = scope.account(CAROL);
            store().update(
                            all,
                            before -> Changes.none("")
                                    .booking(Samples.after(known, List.of()), List.of(known))
                                    .booking(Samples.fullAfter(carols), List.of(carols)));
            List<LedgerEntry> alices = List.of(Samples.entry(ALICE, 2, "a2"), Samples.entry(ALICE, 3, "a3"));
            List<LedgerEntry> bobs = List.of(Samples.entry(BOB, 1, "b1"), Samples.entry(BOB, 2, "b2"));
            List<LedgerEntry> more = CAROLS.subList(1, 2);
            store().update(
                            all,
                            before -> Changes.none("")
                                    .booking(Samples.after(more.get(0), List.of()), more)
                                    .booking(Samples.after(bobs.get(1), List.of()), bobs)
                                    .booking(Samples.fullAfter(alices.get(1)), alices));
            assertThat(books().account(ALICE)).isEqualTo(Samples.fullAfter(alices.get(1)));
            assertThat(books().account(BOB)).isEqualTo(Samples.after(bobs.get(1), List.of()));
            assertThat(books().account(CAROL)).isEqualTo(Samples.after(more.get(0), List.of()));
            assertThat(books().history(ALICE)).containsExactly(known, alices.get(0), alices.get(1));
            assertThat(books().history(BOB)).isEqualTo(bobs);
            assertThat(books().history(CAROL)).isEqualTo(CAROLS);
        }

        @Test
        void theLastStateOfAnAccountNamedTwiceCounts() {
            LedgerEntry first = Samples.entry(ALICE, 1, "k1");
            LedgerEntry second = Samples.entry(ALICE, 2, "k2");
            store().update(
                            scope,
                            before -> Changes.none("")
                                    .booking(Samples.after(first, Samples.lots()), List.of(first))
                                    .booking(Samples.after(second, List.of()), List.of(second)));
            assertThat(books().account(ALICE)).isEqualTo(Samples.after(second, List.of()));
            assertThat(books().history(ALICE)).containsExactly(first, second);
        }

        @Test
        void aRefusedOperationLeavesNoTrace() {
            assertThat(spent(ALICE, 1, "k")).isInstanceOf(Outcome.Insufficient.class);
            assertNothingWritten();
            assertThat(granted(ALICE, 1, "k")).isInstanceOf(Outcome.Applied.class);
        }

        private void refused(UnaryOperator<Changes<String>> changes) {
            assertThatThrownBy(() -> store().update(scope, before -> changes.apply(Changes.none(""))))
                    .isInstanceOfAny(IllegalArgumentException.class, StoreException.class);
        }

        private Account ending(Account account, ChainTip tip, Totals totals) {
            return new Account(
                    account.id(),
                    account.salt(),
                    tip,
                    totals,
                    account.lots(),
                    account.holds(),
                    account.settings(),
                    account.counters());
        }

        private Changes<String> everything(Changes<String> changes) {
            LedgerEntry alice = Samples.entry(ALICE, 1, "key-alice");
            LedgerEntry bob = Samples.entry(BOB, 1, "key-bob");
            return changes.booking(Samples.after(alice, Samples.lots()), List.of(alice))
                    .order(Samples.order(1, ALICE))
                    .customer(CUSTOMER, "cus_1")
                    .park(Samples.parked("cs_1"))
                    .booking(Samples.after(bob, List.of()), List.of(bob));
        }

        @SuppressWarnings("unchecked")
        private <T extends Throwable> Changes<String> sneaky(Throwable failure) throws T {
            throw (T) failure;
        }
    }

    @Nested
    class HistoryIsForEver {

        @Test
        void aReplayChangesNothingHoweverMuchCameBetween() {
            Outcome first = granted(ALICE, 10, "first");
            LedgerEntry entry = first.orElseThrow();
            granted(ALICE, 20);
            assertThat(granted(ALICE, 10, "first")).isEqualTo(new Outcome.Replayed(entry));
            assertThat(sequence(ALICE)).isEqualTo(21);
        }

        @Test
        void aReplayIsToldAsOneAlsoAmongNewOperations() {
            granted(ALICE, 10, "start");
            LedgerEntry most = spent(ALICE, 9, "most").orElseThrow();
            List<Object> answers = books().applyAll(List.of(
                    new Request(spend(ALICE, 1, "last"), Samples.NOW),
                    new Request(spend(ALICE, 9, "most"), Samples.NOW)));
            assertThat(answers.get(0)).isInstanceOf(Outcome.Applied.class);
            assertThat(answers.get(1)).isEqualTo(new Outcome.Replayed(most));
        }

        @Test
        void aKeyNamesOneOperationInTheWholeLedger() {
            LedgerEntry entry = granted(ALICE, 10, "k").orElseThrow();
            assertThat(granted(ALICE, 11, "k")).isEqualTo(new Outcome.KeyConflict(entry));
            assertThat(granted(BOB, 10, "k")).isEqualTo(new Outcome.KeyConflict(entry));
            assertThat(sequence(BOB)).isZero();
        }

        @Test
        void laterEntriesNeverAlterEarlierOnes() {
            granted(ALICE, 5);
            List<LedgerEntry> before = books().history(ALICE);
            spent(ALICE, 4, "s");
            granted(ALICE, 7, "g");
            granted(BOB, 3);
            assertThat(books().history(ALICE))
                    .startsWith(before.toArray(LedgerEntry[]::new))
                    .hasSize(7);
            before.forEach(entry -> assertThat(entry(entry.key())).contains(entry));
        }

        @Test
        void sequencesHaveNoGapsAndTheChainHolds() {
            granted(ALICE, 30);
            spent(ALICE, 25, "s");
            assertThat(books().history(ALICE))
                    .extracting(LedgerEntry::sequence)
                    .hasSize(31)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(books().verify(ALICE)).isInstanceOf(Verification.Intact.class);
        }
    }

    private static final class DecisionFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
