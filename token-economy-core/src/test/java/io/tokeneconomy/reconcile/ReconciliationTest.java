package io.tokeneconomy.reconcile;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.reconcile.Difference.Kind;
import io.tokeneconomy.reconcile.Difference.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What webhooks did not tell, one thing at a time. */
class ReconciliationTest extends ReconciliationCase {

    @Test
    void aPurchaseThatNoWebhookToldIsCreditedOnce() {
        CheckoutSession session = shop.paid();

        Report report = repair();

        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.MISSING_CREDIT);
            assertThat(difference.state()).isEqualTo(State.REPAIRED);
            assertThat(difference.tokens()).isEqualTo(110);
            assertThat(difference.account()).isEqualTo(ALICE);
            assertThat(difference.orderId()).isEqualTo(shop.order(session).id());
        });
        assertThat(repair().clean()).isTrue();
        shop.deliver("completed", session.id());
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(shop.told).hasSize(1);
    }

    @Test
    void lookingOnlyChangesNothing() {
        shop.deliver("completed", shop.paid().id());
        refund(shop.paid(), 999, Refund.Status.SUCCEEDED);
        CheckoutSession refunded = credited();
        refund(refunded, 500, Refund.Status.SUCCEEDED);
        expired();
        misfit(shop.paid());
        List<Order> before = orders();

        Report report = check();

        assertThat(report.differences())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(
                        Kind.MISSING_CREDIT, Kind.MISSING_CLAWBACK, Kind.OPEN_ORDER, Kind.UNPARKED_PAYMENT);
        assertThat(report.differences()).extracting(Difference::state).containsOnly(State.FOUND);
        assertThat(orders()).isEqualTo(before);
        assertThat(shop.told).hasSize(2);
        assertThat(shop.parked()).isEmpty();
        assertThat(shop.balance(ALICE)).isEqualTo(220);
        assertThat(check()).isEqualTo(report);
    }

    @Test
    void whatIsCleanIsNotEvenTouchedByARepair() {
        refund(credited(), 500, Refund.Status.SUCCEEDED);
        repair();
        List<Order> before = orders();
        assertThat(repair().clean()).isTrue();
        assertThat(orders()).isEqualTo(before);
    }

    @Test
    void tokensFollowMoneyThatWentBack() {
        CheckoutSession refunded = credited();
        CheckoutSession disputed = credited();
        refund(refunded, 500, Refund.Status.SUCCEEDED);
        dispute(disputed, Dispute.Status.OPEN);

        assertThat(repair().differences())
                .extracting(difference -> difference.kind() + " " + difference.tokens())
                .containsExactlyInAnyOrder("MISSING_CLAWBACK -55", "MISSING_CLAWBACK -110");
        assertThat(shop.balance(ALICE)).isEqualTo(55);

        dispute(disputed, Dispute.Status.WON);
        assertThat(repair().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.MISSING_REINSTATEMENT);
            assertThat(difference.tokens()).isEqualTo(110);
        });
        assertThat(shop.balance(ALICE)).isEqualTo(165);
    }

    @Test
    void aRefundOnItsWayIsKnownFromTheListOfRefundsOnly() {
        CheckoutSession session = credited();
        refund(session, 999, Refund.Status.PENDING);
        assertThat(shop.gateway.session(session.id()).orElseThrow().reversed()).isFalse();

        assertThat(repair().differences()).extracting(Difference::tokens).containsExactly(-110L);
        refund(session, 999, Refund.Status.FAILED);
        assertThat(repair().differences()).extracting(Difference::kind).containsExactly(Kind.MISSING_REINSTATEMENT);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void aRefundOfASaleBeforeTheWindowIsFound() {
        CheckoutSession session = credited();
        shop.setTime(NOON.plus(Duration.ofDays(9)));
        refund(session, 999, Refund.Status.SUCCEEDED);

        Report report =
                shop.economy.reconciliation().repair(Window.before(NOON.plus(Duration.ofDays(10)), Duration.ofDays(3)));

        assertThat(report.counts().sessions()).isZero();
        assertThat(report.differences()).extracting(Difference::tokens).containsExactly(-110L);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    void whatIsOverAtTheProviderIsClosedHere() {
        CheckoutSession expired = expired();
        CheckoutSession failed = shop.begin();
        shop.gateway.move(failed.id(), open -> ScriptedSessions.with(open, Status.COMPLETE, PaymentStatus.UNPAID));
        assertThat(check().found()).isEqualTo(1);
        shop.gateway.giveUp(failed.id());

        assertThat(repair().differences()).extracting(Difference::kind).containsOnly(Kind.OPEN_ORDER);
        assertThat(shop.order(expired).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(shop.order(failed).state()).isEqualTo(OrderState.FAILED);
    }

    @Test
    void moneyThatDoesNotFitIsParkedAndListedWithItsReason() {
        misfit(shop.paid());
        Report first = repair();
        assertThat(first.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.UNPARKED_PAYMENT);
            assertThat(difference.state()).isEqualTo(State.PARKED);
            assertThat(difference.text()).contains("charges 1");
        });
        assertThat(first.parked()).isEqualTo(shop.parked()).hasSize(1);
        assertThat(repair().clean()).isTrue();
    }

    @Test
    void otherApplicationsAreLeftAlone() {
        CheckoutSession session = shop.gateway.session(shop.paid().id()).orElseThrow();
        shop.gateway.put(ScriptedSessions.copy(session, "cs_other", Map.of("order", "7"), session.amounts()));
        shop.gateway.put(ScriptedSessions.copy(
                session,
                "cs_another",
                Map.of("te_app", "another", "purchase_type", "token_package"),
                session.amounts()));

        Report report = repair();

        assertThat(report.counts().sessions()).isEqualTo(3);
        assertThat(report.counts().others()).isEqualTo(2);
        assertThat(report.found()).isEqualTo(1);
        assertThat(report.parked()).isEmpty();
    }

    @Test
    void aSaleWhoseOrderIsElsewhereIsOnlyTold() {
        CheckoutSession session = shop.gateway.session(shop.paid().id()).orElseThrow();
        try (Shop empty = Shop.on(MemoryLedgerStore.create())) {
            empty.gateway.put(session);
            Report report = empty.economy.reconciliation().repair(HOUR);
            assertThat(report.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.kind()).isEqualTo(Kind.UNKNOWN_ORDER);
                assertThat(difference.state()).isEqualTo(State.FOR_A_PERSON);
            });
            empty.gateway.move(session.id(), paid -> ScriptedSessions.with(paid, Status.EXPIRED, PaymentStatus.UNPAID));
            assertThat(empty.economy.reconciliation().repair(HOUR).found()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"true, unknown to", "false, not paid at"})
    void tokensWithoutMoneyAreOnlyTold(boolean gone, String reason) {
        CheckoutSession session = credited();
        if (gone) {
            shop.gateway.forgetOnRead(session.id());
            shop.gateway.move(session.id(), paid -> ScriptedSessions.with(paid, Status.OPEN, PaymentStatus.UNPAID));
        } else {
            shop.gateway.move(session.id(), paid -> ScriptedSessions.with(paid, Status.OPEN, PaymentStatus.UNPAID));
        }

        assertThat(repair().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.UNPAID_CREDIT);
            assertThat(difference.state()).isEqualTo(State.FOR_A_PERSON);
            assertThat(difference.tokens()).isEqualTo(-110);
            assertThat(difference.text()).contains(reason);
        });
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void manyAtOnceCreditAndTakeOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            CheckoutSession session = shop.paid();
            if (i % 2 == 0) {
                refund(session, 999, Refund.Status.SUCCEEDED);
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Report> repair = this::repair;
            threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> repair).toList());
        } finally {
            threads.shutdown();
        }
        assertThat(shop.balance(ALICE)).isEqualTo(1100);
        assertThat(shop.told).hasSize(30);
        assertThat(check().clean()).isTrue();
    }

    @Test
    void theHostsOwnRefundIsNoDifference() {
        CheckoutSession session = credited();
        shop.economy
                .refunds()
                .refund(shop.order(session).id(), RefundAmount.everything(), IdempotencyKey.of("ticket"))
                .orElseThrow();
        assertThat(check().clean()).isTrue();
    }
}
