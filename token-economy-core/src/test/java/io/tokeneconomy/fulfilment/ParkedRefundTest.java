package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.order.TopUpProgress;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 9.99 that do not fit their order, and go back. */
class ParkedRefundTest {

    private static final CustomerKey BUYER = new CustomerKey(ALICE, PaymentMode.TEST);

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store);
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
    void aRefundedTopUpIsNotBoughtOnceMoreThoughItWasNeverCredited() {
        allowTopUp();
        isATopUp();
        refund(Refund.Status.SUCCEEDED, "usd");

        shop.tell("refund.created", session);

        assertThat(Objects.requireNonNull(customer().topUp()).progress().off()).isEqualTo(TopUpOff.MONEY_BACK);
    }

    @Test
    void aTopUpThatIsRefundedInPartIsNotBoughtOnceMore() {
        allowTopUp();
        isATopUp();
        shop.gateway.refund(
                shop.paymentOf(session), new Refund("re_part", 333, "usd", Refund.Status.SUCCEEDED, Map.of()));

        assertThat(shop.tell("refund.created", session)).isEqualTo(Outcome.PARKED);

        assertThat(Objects.requireNonNull(customer().topUp()).progress().off()).isEqualTo(TopUpOff.MONEY_BACK);
        allowTopUp();
        shop.tell("refund.updated", session);
        assertThat(Objects.requireNonNull(customer().topUp()).isOn())
                .as("allowed again, and nothing more went back")
                .isTrue();
    }

    /** Its process gave it up before the money came. */
    @Test
    void aTopUpThatCountsAsFailedAndIsRefundedIsNotBoughtOnceMore() {
        OrderId order = shop.order(session).id();
        store.update(
                Scope.NOTHING.order(order).session(session.id()),
                snapshot -> Changes.none(order)
                        .order(snapshot.order(order).orElseThrow().moved(OrderState.FAILED, Instant.EPOCH)));
        allowTopUp();
        isATopUp();
        refund(Refund.Status.SUCCEEDED, "usd");

        shop.tell("refund.created", session);

        assertThat(Objects.requireNonNull(customer().topUp()).progress().off()).isEqualTo(TopUpOff.MONEY_BACK);
    }

    private void isATopUp() {
        Map<String, String> marked = new HashMap<>(session.metadata());
        marked.put(ChargeRequest.MARK, "saved_card");
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), marked, s.amounts()));
    }

    @Test
    void aRefundOfAParkedCheckoutLeavesTopUpsAlone() {
        allowTopUp();
        refund(Refund.Status.SUCCEEDED, "usd");

        shop.tell("refund.created", session);

        assertThat(Objects.requireNonNull(customer().topUp()).isOn()).isTrue();
    }

    private void allowTopUp() {
        TopUpSettings settings = TopUpSettings.of("popular", 50, TopUpCap.times(Period.DAY, 3));
        TopUp topUp =
                new TopUp(settings, Money.of(999, "usd"), 110, "pm_1", "visa 4242", Instant.EPOCH, TopUpProgress.NONE);
        Customer allowing = customer().with(topUp);
        store.update(
                Scope.NOTHING.customer(BUYER),
                snapshot -> Changes.none(allowing).customer(BUYER, allowing));
    }

    private Customer customer() {
        return store.read(Scope.NOTHING.customer(BUYER)).customer(BUYER).orElseThrow();
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
