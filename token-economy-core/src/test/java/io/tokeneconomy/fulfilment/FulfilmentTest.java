package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.ScriptedGateway;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Money in, tokens out, exactly once: whatever the provider tells, however often, in whichever order. */
class FulfilmentTest {

    private static final String COMPLETED = "completed";

    private final Shop shop = Shop.on(MemoryLedgerStore.create());

    @AfterEach
    void close() {
        shop.close();
    }

    @Nested
    class Credit {

        @Test
        void aPaidSessionCreditsItsOrderAndSaysWhatWasBought() {
            CheckoutSession session = shop.paid();

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);

            assertThat(shop.balance(ALICE)).isEqualTo(110);
            LedgerEntry entry = onlyEntry();
            PurchaseDetails purchase = entry.purchase();
            assertThat(entry.type()).isEqualTo(EntryType.PURCHASE);
            assertThat(entry.movement().terms()).isEqualTo(LotTerms.PURCHASED);
            assertThat(entry.details().description()).isEqualTo("Popular package");
            assertThat(purchase)
                    .isEqualTo(new PurchaseDetails(
                            order().id().value(),
                            "popular",
                            order().item().price(),
                            session.id(),
                            "pi_" + session.id(),
                            "cus_alice_1"));
            assertThat(order().state()).isEqualTo(OrderState.PAID);
        }

        @Test
        void everyLaterTellingChangesNothing() {
            CheckoutSession session = shop.paid();
            shop.deliver(COMPLETED, session.id());

            for (String change : List.of(COMPLETED, "async_payment_succeeded", "async_payment_failed", "expired")) {
                assertThat(shop.deliver(change, session.id())).isEqualTo(Outcome.ALREADY_DONE);
            }
            assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                    .isEqualTo(Confirmation.Status.ALREADY_DONE);
            assertThat(shop.told).containsExactly(onlyEntry());
            assertThat(order().state()).isEqualTo(OrderState.PAID);
        }

        @Test
        void theSuccessPageMayBeFasterThanTheWebhook() {
            CheckoutSession session = shop.paid();

            assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                    .isEqualTo(Confirmation.Status.CREDITED);
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.ALREADY_DONE);
            assertThat(shop.balance(ALICE)).isEqualTo(110);
        }

        @Test
        void fiftyTellersAtOnceCreditOnce() throws Exception {
            CheckoutSession session = shop.paid();
            Callable<Boolean> webhook = () -> shop.deliver(COMPLETED, session.id()) == Outcome.CREDITED;
            Callable<Boolean> page =
                    () -> shop.economy.checkout().confirm(ALICE, session.id()).status() == Confirmation.Status.CREDITED;
            List<Callable<Boolean>> tellers = IntStream.range(0, 50)
                    .mapToObj(i -> i % 2 == 0 ? webhook : page)
                    .toList();

            assertThat(inParallel(tellers)).containsOnlyOnce(true);
            assertThat(shop.balance(ALICE)).isEqualTo(110);
            assertThat(shop.told).hasSize(1);
        }

        @Test
        void nothingToPayIsPaid() {
            CheckoutSession session = shop.begin();
            shop.gateway.move(
                    session.id(), s -> ScriptedGateway.with(s, Status.COMPLETE, PaymentStatus.NO_PAYMENT_REQUIRED));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
        }
    }

    @Nested
    class WithoutMoney {

        @Test
        void aFinishedCheckoutWaitsForItsMoney() {
            CheckoutSession session = shop.begin();
            finishUnpaid(session);

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.PENDING);
            assertThat(shop.balance(ALICE)).isZero();

            shop.gateway.pay(session.id());
            assertThat(shop.deliver("async_payment_succeeded", session.id())).isEqualTo(Outcome.CREDITED);
        }

        @ParameterizedTest
        @CsvSource({"async_payment_failed, FAILED", "expired, EXPIRED"})
        void aClosedOrderIsCreditedAllTheSameWhenItsMoneyComes(String change, OrderState state) {
            CheckoutSession session = shop.begin();
            Status status = state == OrderState.EXPIRED ? Status.EXPIRED : Status.COMPLETE;
            shop.gateway.move(session.id(), s -> ScriptedGateway.with(s, status, PaymentStatus.UNPAID));

            assertThat(shop.deliver(change, session.id())).isEqualTo(Outcome.valueOf(state.name()));
            assertThat(order().state()).isEqualTo(state);
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.valueOf(state.name()));

            shop.gateway.pay(session.id());
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
            assertThat(order().state()).isEqualTo(OrderState.PAID);
        }

        @Test
        void aStatusNewerThanThisLibraryIsNoMoney() {
            CheckoutSession session = shop.begin();
            shop.gateway.move(session.id(), s -> ScriptedGateway.with(s, Status.COMPLETE, PaymentStatus.OTHER));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.PENDING);
        }

        private void finishUnpaid(CheckoutSession session) {
            shop.gateway.move(session.id(), s -> ScriptedGateway.with(s, Status.COMPLETE, PaymentStatus.UNPAID));
        }
    }

    @Nested
    class Park {

        @ParameterizedTest
        @CsvSource({
            "user_id, bob, another user",
            "package_id, creator, another package",
            "tokens, 700, not the 110 ordered",
            "tokens, many, not the 110 ordered",
            "tokens, '110\n', not the 110 ordered",
            "tokens, , lacks [tokens]",
            "user_id, , lacks [user_id]",
            "order_id, , names no order",
            "order_id, ord_forged, names no order"
        })
        void metadataThatContradictsTheOrder(String name, @Nullable String value, String reason) {
            CheckoutSession session = shop.paid();
            Map<String, String> metadata = new HashMap<>(session.metadata());
            if (value == null) {
                metadata.remove(name);
            } else {
                metadata.put(name, value);
            }
            replace(session, metadata, session.amounts());

            assertParkedOnce(session.id(), reason);
        }

        @ParameterizedTest
        @CsvSource({"998, usd, charges 998", "999, eur, not in usd", "1998, usd, charges 1998"})
        void anotherAmountThanOrdered(long subtotal, String currency, String reason) {
            CheckoutSession session = shop.paid();
            replace(session, session.metadata(), new Amounts(subtotal, subtotal, currency));

            assertParkedOnce(session.id(), reason);
        }

        @Test
        void taxesAndDiscountsAreNoContradiction() {
            CheckoutSession session = shop.paid();
            replace(session, session.metadata(), new Amounts(999, 1199, "usd"));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
        }

        @Test
        void theSecondPaymentOfOneOrder() {
            CheckoutSession first = shop.paid();
            shop.deliver(COMPLETED, first.id());
            CheckoutSession paid = shop.gateway.session(first.id()).orElseThrow();
            shop.gateway.put(ScriptedGateway.copy(paid, "cs_test_recovered", paid.metadata(), paid.amounts()));

            assertParkedOnce("cs_test_recovered", "another session paid");
            assertThat(shop.balance(ALICE)).isEqualTo(110);
            assertThat(order().state()).isEqualTo(OrderState.PAID);
        }

        @Test
        void whatIsParkedIsCreditedOnceItFits() {
            CheckoutSession session = shop.paid();
            replace(session, session.metadata(), new Amounts(1, 1, "usd"));
            shop.deliver(COMPLETED, session.id());
            replace(session, session.metadata(), session.amounts());

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
            assertThat(shop.parked()).isEmpty();
        }

        @Test
        void whatIsKnownOfAParkedPaymentIsKeptUpToDate() {
            CheckoutSession session = shop.paid();
            replace(session, Map.of("purchase_type", "token_package"), session.amounts());
            shop.deliver(COMPLETED, session.id());
            replace(session, session.metadata(), new Amounts(1, 1, "usd"));

            Confirmation confirmation = shop.economy.checkout().confirm(ALICE, session.id());

            assertThat(confirmation.order()).contains(order());
            assertThat(order().state()).isEqualTo(OrderState.PARKED);
            assertThat(shop.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.reason()).contains("charges 1");
                assertThat(parked.orderId()).isEqualTo(order().id().value());
            });
        }

        @Test
        void aMarkLostToALaterEditDoesNotHideAPayment() {
            CheckoutSession session = shop.paid();
            Map<String, String> metadata = new HashMap<>(session.metadata());
            metadata.remove("purchase_type");
            replace(session, metadata, session.amounts());

            assertParkedOnce(session.id(), "lacks [purchase_type]");
        }

        @ParameterizedTest
        @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "PAYMENT")
        void aMarkedSessionThatIsNoOneTimePayment(Kind kind) {
            CheckoutSession session = shop.paid();
            shop.gateway.move(session.id(), s -> altered(s, kind, s.mode(), s.clientReferenceId()));

            assertParkedOnce(session.id(), "no one-time payment");
        }

        @Test
        void anotherBuyerThanTheSessionWasOpenedFor() {
            CheckoutSession session = shop.paid();
            shop.gateway.move(session.id(), s -> altered(s, s.kind(), s.mode(), "bob"));

            assertParkedOnce(session.id(), "another user");
        }

        @Test
        void moreTokensThanAnAccountCanHold() {
            for (int i = 0; i < 9_000; i++) {
                shop.economy
                        .ledger()
                        .grant(ALICE, LedgerLimits.MAX_AMOUNT, IdempotencyKey.of("g" + i))
                        .orElseThrow();
            }
            CheckoutSession session = shop.paid();

            assertParkedOnce(session.id(), "cannot hold so many tokens");
        }

        private void replace(CheckoutSession session, Map<String, String> metadata, @Nullable Amounts amounts) {
            shop.gateway.move(session.id(), s -> ScriptedGateway.copy(s, s.id(), metadata, amounts));
        }

        private void assertParkedOnce(String sessionId, String reason) {
            long before = shop.balance(ALICE);
            assertThat(shop.deliver(COMPLETED, sessionId)).isEqualTo(Outcome.PARKED);
            assertThat(shop.deliver(COMPLETED, sessionId)).isEqualTo(Outcome.PARKED);
            assertThat(shop.parked()).singleElement().satisfies(parked -> {
                assertThat(parked.sessionId()).isEqualTo(sessionId);
                assertThat(parked.reason()).contains(reason);
            });
            assertThat(shop.toldParked).isEqualTo(shop.parked());
            assertThat(shop.balance(ALICE)).isEqualTo(before);
            assertThat(shop.balance(BOB)).isZero();
        }
    }

    @Nested
    class NotHere {

        @Test
        void aSessionThatCreditedOneOrderCreditsNoOther() {
            CheckoutSession first = shop.paid();
            shop.deliver(COMPLETED, first.id());
            CheckoutSession second = shop.begin();
            shop.gateway.move(first.id(), s -> ScriptedGateway.copy(s, s.id(), second.metadata(), s.amounts()));

            assertThat(shop.deliver(COMPLETED, first.id())).isEqualTo(Outcome.ALREADY_DONE);
            assertThat(shop.balance(ALICE)).isEqualTo(110);
        }

        @Test
        void anotherApplicationOnTheSameStripeAccountIsLeftAlone() {
            CheckoutSession session = shop.paid();
            Map<String, String> metadata = new HashMap<>(session.metadata());
            metadata.put("te_app", "another-shop");
            shop.gateway.move(session.id(), s -> ScriptedGateway.copy(s, s.id(), metadata, s.amounts()));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.IGNORED);
            assertThat(shop.parked()).isEmpty();
        }

        @Test
        void aSessionOfTheOtherModeIsIgnored() {
            CheckoutSession session = shop.paid();
            shop.gateway.move(session.id(), s -> altered(s, s.kind(), PaymentMode.LIVE, s.clientReferenceId()));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.IGNORED);
            assertThat(shop.balance(ALICE)).isZero();
        }

        @Test
        void aMarkedSessionThatTheProviderDoesNotKnowIsToldAgain() {
            CheckoutSession session = shop.paid();
            shop.gateway.forgetOnRead(session.id());

            assertThatThrownBy(() -> shop.deliver(COMPLETED, session.id()))
                    .isInstanceOf(TokenEconomyException.class)
                    .hasMessageContaining("does not know it");
        }

        @Test
        void aCreditedPurchaseIsConfirmedWithoutTheProvider() {
            CheckoutSession session = shop.paid();
            shop.deliver(COMPLETED, session.id());
            shop.gateway.forgetOnRead(session.id());

            Confirmation confirmation = shop.economy.checkout().confirm(ALICE, session.id());
            assertThat(confirmation).isEqualTo(new Confirmation(Confirmation.Status.ALREADY_DONE, order()));
            assertThat(shop.economy.checkout().confirm(BOB, session.id()).status())
                    .isEqualTo(Confirmation.Status.UNKNOWN);
            assertThat(shop.economy
                            .checkout()
                            .confirm(BOB, "ä\n" + "x".repeat(300))
                            .status())
                    .isEqualTo(Confirmation.Status.UNKNOWN);
        }

        @Test
        void aMarkedSessionWhoseOrderIsUnknownIsToldAgain() {
            CheckoutSession session = shop.paid();
            Map<String, String> metadata = new HashMap<>(session.metadata());
            metadata.put("order_id", "ord_" + "0".repeat(32));
            shop.gateway.move(session.id(), s -> ScriptedGateway.copy(s, s.id(), metadata, s.amounts()));

            assertThatThrownBy(() -> shop.deliver(COMPLETED, session.id()))
                    .isInstanceOfSatisfying(
                            TokenEconomyException.class,
                            e -> assertThat(e.retryable()).isTrue())
                    .hasMessageContaining("not in this store");
        }

        @Test
        void anUnmarkedSessionIsSomebodyElses() {
            CheckoutSession session = shop.paid();
            shop.gateway.move(session.id(), s -> ScriptedGateway.copy(s, s.id(), Map.of("a", "b"), s.amounts()));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.IGNORED);
            assertThat(shop.receive("checkout.session.completed " + session.id() + " without-metadata"))
                    .isEqualTo(Outcome.IGNORED);
            assertThat(shop.parked()).isEmpty();
        }

        @Test
        void eventsWithoutMetadataAreReadBack() {
            CheckoutSession session = shop.paid();

            assertThat(shop.receive("checkout.session.completed " + session.id() + " without-metadata"))
                    .isEqualTo(Outcome.CREDITED);
        }

        @Test
        void somebodyElseCannotConfirmAPurchase() {
            CheckoutSession session = shop.paid();

            assertThat(shop.economy.checkout().confirm(BOB, session.id()).status())
                    .isEqualTo(Confirmation.Status.UNKNOWN);
            assertThat(shop.balance(ALICE)).isZero();
            assertThat(shop.balance(BOB)).isZero();
        }
    }

    private static CheckoutSession altered(CheckoutSession s, Kind kind, PaymentMode mode, @Nullable String reference) {
        return new CheckoutSession(
                s.id(),
                kind,
                s.status(),
                s.paymentStatus(),
                mode,
                s.amounts(),
                s.refs(),
                reference,
                s.metadata(),
                s.link(),
                s.expiresAt());
    }

    private Order order() {
        return shop.economy.orders().list(OrderQuery.newest(10)).items().get(0);
    }

    private LedgerEntry onlyEntry() {
        List<LedgerEntry> entries =
                shop.economy.ledger().statement(ALICE, 10, null).entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
