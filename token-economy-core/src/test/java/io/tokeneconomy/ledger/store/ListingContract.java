package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Pages: complete, in order, without repetition, right at their edges. */
abstract class ListingContract extends AtomicityContract {

    @Nested
    class EntriesInPages {

        @Test
        void newestFirst() {
            granted(ALICE, 5);
            granted(BOB, 2);
            expect(EntryQuery.newest(ALICE, 2), true, 5, 4);
            expect(EntryQuery.before(ALICE, 4, 2), true, 3, 2);
            expect(EntryQuery.before(ALICE, 2, 2), false, 1);
            expect(EntryQuery.before(ALICE, 1, 2), false);
            expect(EntryQuery.before(ALICE, 0, 2), false);
            expect(EntryQuery.before(ALICE, 100, 2), true, 5, 4);
        }

        @Test
        void oldestFirst() {
            granted(ALICE, 5);
            granted(BOB, 2);
            expect(EntryQuery.after(ALICE, 0, 2), true, 1, 2);
            expect(EntryQuery.after(ALICE, 2, 2), true, 3, 4);
            expect(EntryQuery.after(ALICE, 4, 2), false, 5);
            expect(EntryQuery.after(ALICE, 5, 2), false);
            expect(EntryQuery.after(ALICE, Long.MAX_VALUE, 2), false);
        }

        @Test
        void moreIsToldExactlyWhenThereIsMore() {
            granted(ALICE, 3);
            expect(EntryQuery.newest(ALICE, 2), true, 3, 2);
            expect(EntryQuery.newest(ALICE, 3), false, 3, 2, 1);
            expect(EntryQuery.newest(ALICE, 4), false, 3, 2, 1);
            expect(EntryQuery.after(ALICE, 0, 3), false, 1, 2, 3);
            expect(EntryQuery.after(ALICE, 1, 1), true, 2);
            expect(EntryQuery.newest(ALICE, EntryQuery.MAX_LIMIT), false, 3, 2, 1);
        }

        @Test
        void anAccountWithoutEntriesHasAnEmptyPage() {
            granted(BOB, 1);
            expect(EntryQuery.newest(ALICE, 1), false);
            expect(EntryQuery.after(ALICE, 0, 1), false);
        }

        private void expect(EntryQuery query, boolean hasMore, long... sequences) {
            Page<LedgerEntry> page = store().entries(query);
            assertThat(page.items())
                    .allSatisfy(entry -> assertThat(entry.account()).isEqualTo(query.account()));
            assertThat(page.items().stream().mapToLong(LedgerEntry::sequence)).containsExactly(box(sequences));
            assertThat(page.hasMore()).as("has more").isEqualTo(hasMore);
        }

        private Long[] box(long[] values) {
            return Arrays.stream(values).boxed().toArray(Long[]::new);
        }
    }

    @Nested
    class OrdersInPages {

        @Test
        void newestFirstAndByEveryCondition() {
            OrderState[] states = OrderState.values();
            for (int i = 0; i < 20; i++) {
                write(Samples.fullOrder(i, i % 2 == 0 ? ALICE : BOB, states[i % states.length]));
            }
            expect(null, null, null, IntStream.range(0, 20));
            expect(ALICE, null, null, IntStream.range(0, 20).filter(i -> i % 2 == 0));
            expect(null, OrderState.PAID, null, IntStream.range(0, 20).filter(i -> i % 5 == 1));
            expect(BOB, OrderState.PAID, null, IntStream.of(1, 11));
            expect(BOB, OrderState.PAID, Samples.orderId(11), IntStream.of(1));
            expect(null, null, Samples.orderId(3), IntStream.range(0, 3));
            expect(null, null, Samples.orderId(0), IntStream.empty());
            expect(AccountId.of("nobody"), null, null, IntStream.empty());
        }

        @Test
        void pageAfterPageShowsEachOnce() {
            IntStream.range(0, 7).forEach(i -> write(Samples.order(i, ALICE)));
            List<OrderId> seen = new ArrayList<>();
            Page<Order> page;
            do {
                page = store().orders(
                                new OrderQuery(ALICE, null, seen.isEmpty() ? null : seen.get(seen.size() - 1), 3));
                page.items().forEach(order -> seen.add(order.id()));
            } while (page.hasMore());
            assertThat(seen).isEqualTo(newestFirst(IntStream.range(0, 7)));
            assertThat(store().orders(OrderQuery.newest(7)).hasMore()).isFalse();
            assertThat(store().orders(OrderQuery.newest(6)).hasMore()).isTrue();
        }

        @Test
        void anOrderIsListedUnderItsNewStateOnly() {
            Order order = Samples.order(1, ALICE);
            write(order);
            write(order.moved(OrderState.PAID, Samples.NOW));
            expect(null, OrderState.PENDING, null, IntStream.empty());
            expect(null, OrderState.PAID, null, IntStream.of(1));
        }

        private void expect(
                @Nullable AccountId account, @Nullable OrderState state, @Nullable OrderId before, IntStream numbers) {
            Page<Order> page = store().orders(new OrderQuery(account, state, before, 100));
            assertThat(page.items()).extracting(Order::id).isEqualTo(newestFirst(numbers));
            assertThat(page.hasMore()).isFalse();
        }

        private List<OrderId> newestFirst(IntStream numbers) {
            return numbers.boxed().sorted((a, b) -> b - a).map(Samples::orderId).toList();
        }
    }

    @Nested
    class ParkedPaymentsInPages {

        @Test
        void pageAfterPageShowsEachOnce() {
            List<String> sessions = List.of("cs_b", "cs_a", "cs_c", "cs_A", "cs_\u00e9", "cs_\ud83e\ude99", "cs_");
            sessions.forEach(id -> park(Samples.parked(id)));
            assertThat(inPagesOf(2)).containsExactlyInAnyOrderElementsOf(sessions);
            assertThat(store().parked(new ParkedQuery("", 7)).hasMore()).isFalse();
            assertThat(store().parked(new ParkedQuery("", 6)).hasMore()).isTrue();
        }

        @Test
        void resolvedOnesAreLeftOutAndPagesStayFull() {
            List<String> sessions = List.of("cs_1", "cs_2", "cs_3", "cs_4", "cs_5", "cs_6");
            sessions.forEach(id -> park(Samples.parked(id)));
            List.of("cs_1", "cs_3", "cs_6")
                    .forEach(id -> park(Samples.parked(id).resolved(Samples.NOW)));
            assertThat(inPagesOf(2)).containsExactly("cs_2", "cs_4", "cs_5");
            assertThat(store().parked(new ParkedQuery("", 2)).hasMore()).isTrue();
            assertThat(store().parked(new ParkedQuery("", 3)).hasMore()).isFalse();
            assertThat(store().parked(new ParkedQuery("cs_2", 1)).items()).containsExactly(Samples.parked("cs_4"));
        }

        private void park(ParkedPayment payment) {
            store().update(
                            Scope.NOTHING.session(payment.sessionId()),
                            before -> Changes.none("").park(payment));
        }

        private List<String> inPagesOf(int limit) {
            List<String> seen = new ArrayList<>();
            Page<ParkedPayment> page;
            do {
                page = store().parked(new ParkedQuery(seen.isEmpty() ? "" : seen.get(seen.size() - 1), limit));
                page.items().forEach(payment -> seen.add(payment.sessionId()));
            } while (page.hasMore());
            return seen;
        }
    }

    @Nested
    class AccountsInPages {

        @Test
        void pageAfterPageShowsEachOnce() {
            List<AccountId> ids = IntStream.range(0, 25)
                    .mapToObj(i -> AccountId.of(i % 3 + "-\ud83e\ude99" + i))
                    .toList();
            ids.forEach(id -> granted(id, 1, "first-" + ids.indexOf(id)));
            ids.forEach(id -> granted(id, 1, "second-" + ids.indexOf(id)));
            for (int limit : new int[] {1, 7, 25, 26}) {
                assertThat(inPagesOf(limit)).containsExactlyInAnyOrderElementsOf(ids);
            }
            assertThat(inPagesOf(3)).isEqualTo(inPagesOf(100));
            assertThat(store().accounts(AccountQuery.after(null, 25)).hasMore()).isFalse();
            assertThat(store().accounts(AccountQuery.after(null, 24)).hasMore()).isTrue();
        }

        @Test
        void anAccountWithoutEntriesIsNotListed() {
            spent(ALICE, 1, "refused");
            granted(BOB, 1);
            assertThat(inPagesOf(10)).containsExactly(BOB);
        }

        @Test
        void thoseThatBeginAlikeAreNextToEachOtherBehindTheirBeginning() {
            List<String> ids = List.of(
                    "anna",
                    "ann",
                    "Ann",
                    "an",
                    "ann ok",
                    "ann-1",
                    "ann\u00e9",
                    "ann\ud83e\ude99",
                    "ann\uff5e",
                    "anm",
                    "ano",
                    "zann",
                    "\u00e9",
                    "ann\ud83e\ude99x",
                    "a",
                    "annz");
            ids.forEach(id -> granted(AccountId.of(id), 1, "key-" + ids.indexOf(id)));
            List<String> listed = inPagesOf(3).stream().map(AccountId::value).toList();
            for (String beginning : List.of("a", "an", "ann", "ann\ud83e\ude99", "Ann", "\u00e9")) {
                long alike = ids.stream().filter(id -> id.startsWith(beginning)).count();
                int first = listed.indexOf(beginning);
                assertThat(listed.subList(first, first + (int) alike)).allMatch(id -> id.startsWith(beginning));
            }
        }

        private List<AccountId> inPagesOf(int limit) {
            List<AccountId> seen = new ArrayList<>();
            Page<AccountId> page;
            do {
                AccountId after = seen.isEmpty() ? null : seen.get(seen.size() - 1);
                page = store().accounts(AccountQuery.after(after, limit));
                seen.addAll(page.items());
            } while (page.hasMore());
            return seen;
        }
    }
}
