package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 9.99 that do not fit their order, and go back. */
class ParkedRefundTest {

    private final Shop shop = Shop.on(MemoryLedgerStore.create());
    private final CheckoutSession session = shop.paid();

    @BeforeEach
    void park() {
        shop.gateway.move(
                session.id(),
                s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(1, 1, "usd")));
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aRefundThatFailsPutsThePaymentOnTheListAgain() {
        refund(Refund.Status.PENDING, "usd");
        assertThat(shop.tell("refund.created", session)).isEqualTo(Outcome.FAILED);
        assertThat(shop.parked()).isEmpty();
        refund(Refund.Status.FAILED, "usd");
        assertThat(shop.tell("refund.failed", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.tell("refund.updated", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(1);
        assertThat(shop.toldParked).hasSize(2);
        assertThat(state()).isEqualTo(OrderState.PARKED);
    }

    @Test
    void whoDoesNotLookAtThePaymentPutsNothingOnTheListAgain() {
        refund(Refund.Status.PENDING, "usd");
        shop.tell("refund.created", session);
        shop.deliver("completed", session.id());
        assertThat(shop.parked()).isEmpty();
        assertThat(state()).isEqualTo(OrderState.FAILED);
    }

    /** Read while the refund was on its way, told after it had failed. */
    @Test
    void anOvertakenAnswerTakesNothingOffTheList() {
        refund(Refund.Status.PENDING, "usd");
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                refund(Refund.Status.FAILED, "usd");
                shop.tell("refund.failed", session);
            }
        });
        shop.tell("refund.created", session);
        assertThat(shop.parked()).hasSize(1);
        assertThat(state()).isEqualTo(OrderState.PARKED);
    }

    @Test
    void moneyInAnotherCurrencyIsNotTheMoneyThatWasTaken() {
        refund(Refund.Status.SUCCEEDED, "jpy");
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(1);
    }

    @Test
    void aPaymentWithoutAnOrderComesOnTheListAgainToo() {
        CheckoutSession lost = withoutOrder();
        shop.gateway.refund(shop.paymentOf(lost), refunded(Refund.Status.PENDING, "usd"));
        assertThat(shop.tell("refund.created", lost)).isEqualTo(Outcome.FAILED);
        assertThat(shop.parked()).hasSize(1);
        shop.gateway.refund(shop.paymentOf(lost), refunded(Refund.Status.FAILED, "usd"));
        assertThat(shop.tell("refund.failed", lost)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(2);
    }

    /** Read before a person released it, told afterwards. */
    @Test
    void anOvertakenAnswerPutsNoReleasedPaymentOnTheListAgain() {
        CheckoutSession lost = withoutOrder();
        duringTheNextRead(() -> shop.economy.parked().release(lost.id(), ALICE, 110, new Audit("carol", "ticket 7")));

        assertThat(shop.tell("refund.created", lost)).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(shop.parked()).extracting(ParkedPayment::sessionId).containsExactly(session.id());
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    /** The newer answer changes nothing on the list; only the count of looks tells that the older one is old. */
    @Test
    void anOvertakenAnswerTakesNoPaymentWithoutAnOrderOffTheList() {
        CheckoutSession lost = withoutOrder();
        shop.gateway.refund(shop.paymentOf(lost), refunded(Refund.Status.PENDING, "usd"));
        duringTheNextRead(() -> {
            shop.gateway.refund(shop.paymentOf(lost), refunded(Refund.Status.FAILED, "usd"));
            shop.tell("refund.failed", lost);
        });

        assertThat(shop.tell("refund.created", lost)).isEqualTo(Outcome.PARKED);

        assertThat(shop.parked()).hasSize(2);
    }

    private CheckoutSession withoutOrder() {
        CheckoutSession lost = shop.paid();
        shop.gateway.move(
                lost.id(), s -> ScriptedSessions.copy(s, s.id(), Map.of("te_app", "token-economy"), s.amounts()));
        assertThat(shop.deliver("completed", lost.id())).isEqualTo(Outcome.PARKED);
        return lost;
    }

    private void duringTheNextRead(Runnable action) {
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                action.run();
            }
        });
    }

    private void refund(Refund.Status status, String currency) {
        shop.gateway.refund(shop.paymentOf(session), refunded(status, currency));
    }

    private static Refund refunded(Refund.Status status, String currency) {
        return new Refund("re_1", 999, currency, status, Map.of());
    }

    private OrderState state() {
        return shop.order(session).state();
    }
}
