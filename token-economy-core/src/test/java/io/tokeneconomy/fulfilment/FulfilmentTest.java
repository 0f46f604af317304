package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(entry.movement().effects().terms()).isEqualTo(LotTerms.PURCHASED);
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
        @StripeRule({13, 14, 27, 34, 51})
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
        @StripeRule({33, 37})
        void theSuccessPageMayBeFasterThanTheWebhook() {
            CheckoutSession session = shop.paid();

            assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                    .isEqualTo(Confirmation.Status.CREDITED);
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.ALREADY_DONE);
            assertThat(shop.balance(ALICE)).isEqualTo(110);
        }

        @Test
        @StripeRule({28, 37})
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
        @StripeRule(35)
        void nothingToPayIsNotBoughtBeforeTheBuyerSaysSo() {
            CheckoutSession session = shop.begin();
            shop.gateway.move(
                    session.id(), s -> ScriptedSessions.with(s, Status.OPEN, PaymentStatus.NO_PAYMENT_REQUIRED));

            assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                    .isEqualTo(Confirmation.Status.OPEN);
        }

        @Test
        @StripeRule(35)
        void nothingToPayIsPaid() {
            CheckoutSession session = shop.begin();
            shop.gateway.move(
                    session.id(), s -> ScriptedSessions.with(s, Status.COMPLETE, PaymentStatus.NO_PAYMENT_REQUIRED));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
        }
    }

    @Nested
    class WithoutMoney {

        @Test
        @StripeRule({32, 36})
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
        @StripeRule({33, 34, 51})
        void aClosedOrderIsCreditedAllTheSameWhenItsMoneyComes(String change, OrderState state) {
            CheckoutSession session = shop.begin();
            Status status = state == OrderState.EXPIRED ? Status.EXPIRED : Status.COMPLETE;
            shop.gateway.move(session.id(), s -> ScriptedSessions.with(s, status, PaymentStatus.UNPAID));

            assertThat(shop.deliver(change, session.id())).isEqualTo(Outcome.valueOf(state.name()));
            assertThat(order().state()).isEqualTo(state);
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.valueOf(state.name()));

            shop.gateway.pay(session.id());
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
            assertThat(order().state()).isEqualTo(OrderState.PAID);
        }

        @Test
        @StripeRule(36)
        void aStatusNewerThanThisLibraryIsNoMoney() {
            CheckoutSession session = shop.begin();
            shop.gateway.move(session.id(), s -> ScriptedSessions.with(s, Status.COMPLETE, PaymentStatus.OTHER));

            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.PENDING);
        }

        private void finishUnpaid(CheckoutSession session) {
            shop.gateway.move(session.id(), s -> ScriptedSessions.with(s, Status.COMPLETE, PaymentStatus.UNPAID));
        }
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
