package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Everything written comes back equal, also at the edges of what is allowed. */
abstract class RoundTripContract extends StoreFixture {

    @Nested
    class WhatIsWrittenIsRead {

        private static final String LONG_KEY = "!~'\"\\%_{};".repeat(LedgerLimits.MAX_KEY / 10);

        @Test
        void anEntryWithEveryFieldAtItsEdge() {
            String visible = Samples.text(LedgerLimits.MAX_ACCOUNT_ID).replace('\ufeff', '\u20ac');
            AccountId account = AccountId.of(visible);
            Movement movement = new Movement(
                    EntryType.PURCHASE,
                    Long.MAX_VALUE,
                    new Totals(-LedgerLimits.MAX_BALANCE, 0, LedgerLimits.MAX_BALANCE),
                    Effects.of(List.of(
                                    new Allocation(Long.MAX_VALUE, LedgerLimits.MAX_BALANCE),
                                    new Allocation(1, -LedgerLimits.MAX_BALANCE),
                                    new Allocation(2, 2)))
                            .opening(new LotTerms(Samples.LAST_TIME, -LedgerLimits.MAX_PRIORITY, Funding.PAID)));
            LedgerEntry entry =
                    Samples.entry(account, 1, LONG_KEY, movement, Samples.fullDetails(), Samples.sale(true));
            writeAndExpect(entry);
        }

        @Test
        void anEntryWithNothingOptional() {
            Movement movement = new Movement(EntryType.PURCHASE, 1, Totals.ZERO, Effects.NONE);
            writeAndExpect(Samples.entry(ALICE, 1, "k", movement, Details.NONE, Samples.sale(false)));
        }

        @Test
        void anEntryWithEveryEffect() {
            Totals totals = new Totals(0, LedgerLimits.MAX_BALANCE, LedgerLimits.MAX_BALANCE);
            Movement movement = new Movement(EntryType.CLOSE, Long.MIN_VALUE, totals, Samples.effects());
            writeAndExpect(Samples.entry(ALICE, 1, "k", movement));
        }

        @Test
        void anErasedEntry() {
            LedgerEntry entry = Samples.entry(ALICE, 1, "k");
            writeAndExpect(entry.sealed(
                    new Seal(entry.seal().fingerprint(), entry.seal().hash(), Samples.digest(9))));
        }

        @Test
        void anEntryOfEveryType() {
            for (EntryType type : EntryType.values()) {
                AccountId account = AccountId.of(type.name());
                long amount = LongStream.of(5, -5, 0)
                        .filter(sign -> Samples.fits(type, sign))
                        .findFirst()
                        .orElseThrow();
                Effects effects = Effects.of(List.of(new Allocation(1, 5)));
                Movement movement = new Movement(type, amount, new Totals(5, 0, 0), effects);
                writeAndExpect(Samples.entry(account, 1, "k-" + type, movement, Details.NONE, null));
            }
        }

        @Test
        void anEmptyTextIsNotAnAbsentOne() {
            Details empty = new Details("", "", Map.of("k", ""));
            Movement movement = new Movement(EntryType.SPEND, -1, Totals.ZERO, Effects.NONE);
            writeAndExpect(Samples.entry(ALICE, 1, "k", movement, empty, null));
        }

        @Test
        void anAccountWithLotsOfEveryKind() {
            LedgerEntry entry = Samples.entry(ALICE, 1, "k");
            write(entry, Samples.lots());
            assertThat(books().account(ALICE)).isEqualTo(Samples.after(entry, Samples.lots()));
        }

        @Test
        void anAccountWithHoldsSettingsAndCounters() {
            LedgerEntry first = Samples.entry(ALICE, 1, "k1");
            write(first, Samples.fullAfter(first));
            assertThat(books().account(ALICE)).isEqualTo(Samples.fullAfter(first));
            LedgerEntry second = Samples.entry(ALICE, 2, "k2");
            write(second, List.of());
            assertThat(books().account(ALICE)).isEqualTo(Samples.after(second, List.of()));
        }

        @Test
        void anAccountThatOwes() {
            Totals totals = new Totals(-LedgerLimits.MAX_BALANCE, 0, LedgerLimits.MAX_BALANCE);
            Movement movement = new Movement(EntryType.CLAWBACK, -1, totals, Effects.NONE);
            write(Samples.entry(ALICE, 1, "k", movement), List.of());
            assertThat(books().account(ALICE).totals()).isEqualTo(totals);
        }

        @Test
        void lotsThatShrinkEndAndBegin() {
            write(Samples.entry(ALICE, 1, "k1"), Samples.lots());
            List<Lot> lots = List.of(
                    new Lot(2, LedgerLimits.MAX_BALANCE, 1, LotTerms.PURCHASED),
                    new Lot(3, 7, 1, Samples.lots().get(2).terms()),
                    new Lot(9, 9, 9, LotTerms.FREE));
            LedgerEntry second = Samples.entry(ALICE, 2, "k2");
            write(second, lots);
            assertThat(books().account(ALICE)).isEqualTo(Samples.after(second, lots));
        }

        @Test
        void theLargestBalance() {
            Movement most = new Movement(
                    EntryType.GRANT,
                    LedgerLimits.MAX_BALANCE,
                    new Totals(LedgerLimits.MAX_BALANCE, 0, 0),
                    Effects.NONE.opening(LotTerms.FREE));
            write(Samples.entry(ALICE, 1, "k", most, Details.NONE, null), List.of());
            assertThat(books().account(ALICE).balance()).isEqualTo(LedgerLimits.MAX_BALANCE);
        }

        @Test
        void idsThatDifferOnlyInCaseOrAccentsAreDifferent() {
            List<String> ids = List.of("straße", "strasse", "STRASSE", "e\u0301", "\u00e9", "e", "E", "a b", "a  b");
            ids.forEach(id -> granted(AccountId.of(id), id.length(), "key-" + ids.indexOf(id)));
            granted(ALICE, 1, "KEY-0");
            assertThat(store().accounts(AccountQuery.after(null, 100)).items())
                    .extracting(AccountId::value)
                    .containsExactlyInAnyOrder(
                            "straße", "strasse", "STRASSE", "e\u0301", "\u00e9", "e", "E", "a b", "a  b", "alice");
            ids.forEach(id ->
                    assertThat(books().account(AccountId.of(id)).balance()).isEqualTo(id.length()));
            assertThat(entry(IdempotencyKey.of("KEY-0")))
                    .hasValueSatisfying(entry -> assertThat(entry.account()).isEqualTo(ALICE));
        }

        @Test
        void orders() {
            int number = 0;
            for (OrderState state : OrderState.values()) {
                Order full = Samples.fullOrder(number++, ALICE, state);
                write(full);
                assertThat(order(full.id())).contains(full);
            }
            Order bare = Samples.order(77, BOB);
            write(bare);
            assertThat(order(bare.id())).contains(bare);
        }

        @Test
        void anOrdersNewState() {
            Order first = Samples.order(1, ALICE);
            Order second = first.withRefs(new PaymentRefs("cs_1", null, "cus_1"), Samples.NOW.plusNanos(1_000))
                    .moved(OrderState.PAID, Samples.NOW.plusSeconds(1));
            write(first);
            write(second);
            assertThat(order(first.id())).contains(second);
        }

        @Test
        void parkedPayments() {
            List<ParkedPayment> payments = List.of(Samples.fullParked(Samples.text(255)), Samples.parked("cs_1"));
            payments.forEach(this::parkAndExpect);
        }

        @Test
        void aParkedPaymentsNewState() {
            ParkedPayment open = Samples.parked("cs_1");
            parkAndExpect(open);
            parkAndExpect(open.lookedAt());
            parkAndExpect(open.resolved(Samples.NOW));
            parkAndExpect(open.dismissed(new Audit("carol", "credited by hand"), Samples.NOW));
            parkAndExpect(open);
        }

        @Test
        void customersByAccountAndMode() {
            CustomerKey live = new CustomerKey(ALICE, PaymentMode.LIVE);
            CustomerKey test = new CustomerKey(ALICE, PaymentMode.TEST);
            CustomerKey other = new CustomerKey(BOB, PaymentMode.LIVE);
            Scope scope = Scope.NOTHING.customer(live).customer(test).customer(other);
            store().update(
                            scope,
                            before ->
                                    Changes.none("").customer(live, "cus_live").customer(test, Samples.HOSTILE));
            store().update(scope, before -> Changes.none("").customer(live, "cus_new"));
            assertThat(store().read(scope).customer(live)).contains(Customer.of("cus_new"));
            assertThat(store().read(scope).customer(test)).contains(Customer.of(Samples.HOSTILE));
            assertThat(store().read(scope).customer(other)).isEmpty();
        }

        @Test
        void whatACustomerAllowed() {
            CustomerKey key = new CustomerKey(ALICE, PaymentMode.LIVE);
            Samples.topUps().forEach(topUp -> {
                Customer customer = new Customer("cus_1", topUp);
                store().update(
                                Scope.NOTHING.customer(key),
                                before -> Changes.none("").customer(key, customer));
                assertThat(store().read(Scope.NOTHING.customer(key)).customer(key))
                        .contains(customer);
            });
            store().update(
                            Scope.NOTHING.customer(key),
                            before -> Changes.none("").customer(key, "cus_1"));
            assertThat(store().read(Scope.NOTHING.customer(key)).customer(key)).contains(Customer.of("cus_1"));
        }

        @Test
        void aForgottenCustomerIsGone() {
            CustomerKey live = new CustomerKey(ALICE, PaymentMode.LIVE);
            CustomerKey test = new CustomerKey(ALICE, PaymentMode.TEST);
            Scope scope = Scope.NOTHING.customer(live).customer(test);
            store().update(
                            scope,
                            before -> Changes.none("").customer(live, "cus_1").customer(test, "cus_2"));
            store().update(scope, before -> Changes.none("").withoutCustomer(live));
            store().update(scope, before -> Changes.none("").withoutCustomer(live));
            assertThat(store().read(scope).customer(live)).isEmpty();
            assertThat(store().read(scope).customer(test)).contains(Customer.of("cus_2"));
        }

        @Test
        void whatWasNeverWrittenIsAbsent() {
            CustomerKey customer = new CustomerKey(ALICE, PaymentMode.LIVE);
            Scope scope = Scope.NOTHING
                    .account(ALICE)
                    .key(IdempotencyKey.of("k"))
                    .order(Samples.orderId(1))
                    .customer(customer)
                    .session("cs_1");
            Snapshot nothing = store().read(scope);
            assertThat(nothing.account(ALICE)).isEqualTo(Account.unused(ALICE));
            assertThat(nothing.entry(IdempotencyKey.of("k"))).isEmpty();
            assertThat(nothing.order(Samples.orderId(1))).isEmpty();
            assertThat(nothing.customer(customer)).isEmpty();
            assertThat(nothing.parked("cs_1")).isEmpty();
        }

        private void parkAndExpect(ParkedPayment payment) {
            Scope scope = Scope.NOTHING.session(payment.sessionId());
            store().update(scope, before -> Changes.none("").park(payment));
            assertThat(store().read(scope).parked(payment.sessionId())).contains(payment);
        }

        private void writeAndExpect(LedgerEntry entry) {
            write(entry, List.of());
            assertThat(entry(entry.key())).contains(entry);
            assertThat(store().entries(EntryQuery.newest(entry.account(), 10)).items())
                    .containsExactly(entry);
        }
    }
}
