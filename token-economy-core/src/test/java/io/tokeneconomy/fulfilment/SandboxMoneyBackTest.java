package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.SandboxShop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.checkout.RefundResult;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.payment.sandbox.PayOptions;
import io.tokeneconomy.payment.sandbox.RefundOutcome;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refunds as a host has them: 110 tokens for 9.99, the sandbox's events over HTTP, and requests back. */
class SandboxMoneyBackTest {

    private static final IdempotencyKey KEY = IdempotencyKey.of("ticket-7");

    private final SandboxShop shop;

    SandboxMoneyBackTest() throws IOException {
        shop = new SandboxShop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @StripeRule({71, 86, 87, 88, 93, 102})
    void refundsInTheDashboardAddUp() {
        String payment = shop.payment(shop.bought());
        shop.sandbox.refunds().make(payment, 333);
        assertThat(shop.tokens()).isEqualTo(110 - 36);
        shop.sandbox.refunds().make(payment, 333);
        assertThat(shop.tokens()).isEqualTo(110 - 73);
        shop.sandbox.refunds().make(payment);
        assertThat(shop.tokens()).isZero();
        assertThat(shop.outcomes("charge.refunded")).hasSize(3);
    }

    @Test
    @StripeRule(89)
    void aRefundThatWaitsHoldsItsTokensUntilItIsDecided() {
        String payment = shop.payment(shop.bought());
        shop.sandbox.refunds().next(RefundOutcome.PENDING);
        String canceled = shop.sandbox.refunds().make(payment, 500);
        assertThat(shop.tokens()).isEqualTo(55);
        shop.sandbox.refunds().cancel(canceled);
        assertThat(shop.tokens()).isEqualTo(110);

        shop.sandbox.refunds().next(RefundOutcome.REQUIRES_ACTION);
        String paid = shop.sandbox.refunds().make(payment, 500);
        shop.sandbox.refunds().succeed(paid);
        assertThat(shop.tokens()).isEqualTo(55);
    }

    @Test
    @StripeRule(90)
    void tokensComeBackOnceWhenARefundFailsAfterAll() {
        String refund = shop.sandbox.refunds().make(shop.payment(shop.bought()));
        assertThat(shop.tokens()).isZero();
        shop.sandbox.refunds().fail(refund);
        assertThat(shop.tokens()).isEqualTo(110);
        shop.again("refund.failed");
        shop.again("charge.refunded");
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule(94)
    void anEventThatIsLostIsMadeUpForByTheNext() {
        String payment = shop.payment(shop.bought());
        shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        shop.sandbox.refunds().make(payment, 333);
        assertThat(shop.tokens()).isEqualTo(110);
        shop.sandbox.webhooks().faults(DeliveryFaults.NONE);
        shop.sandbox.refunds().make(payment, 333);
        assertThat(shop.tokens()).isEqualTo(110 - 73);
    }

    @Test
    @StripeRule({96, 26})
    void aRefundBeforeItsPurchaseIsNettedWithIt() {
        String session = shop.boughtUnheard();
        shop.sandbox.refunds().make(shop.payment(session), 500);
        assertThat(shop.tokens()).isEqualTo(55);
        shop.again("checkout.session.completed");
        assertThat(shop.outcomes("checkout.session.completed")).containsExactly(Outcome.ALREADY_DONE);
        assertThat(shop.tokens()).isEqualTo(55);
    }

    @Test
    @StripeRule(98)
    void taxesGoBackWithTheRest() {
        String payment =
                shop.payment(shop.bought(PayOptions.card(SandboxShop.CARD).tax(200)));
        shop.sandbox.refunds().make(payment, 999);
        assertThat(shop.tokens()).isEqualTo(110 - 91);
        shop.sandbox.refunds().make(payment, 200);
        assertThat(shop.tokens()).isZero();
    }

    @Test
    @StripeRule(99)
    void whatTheBuyerSawInAnotherCurrencyIsRefundedInOurs() {
        String payment =
                shop.payment(shop.bought(PayOptions.card(SandboxShop.CARD).presentedIn("jpy", 1_634)));
        shop.sandbox.refunds().make(payment, 500);
        assertThat(shop.tokens()).isEqualTo(55);
        assertThat(shop.economy.orders().parked(new ParkedQuery("", 10)).items())
                .isEmpty();
    }

    @Test
    @StripeRule(100)
    void whatStripeRefusesLeavesTheTokens() {
        String payment = shop.payment(shop.bought());
        shop.sandbox.disputes().chargeback(payment, 500, "fraudulent");
        assertThat(shop.tokens()).isEqualTo(55);
        assertThatThrownBy(() -> refund(RefundAmount.ofMinor(100)))
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("charge_disputed");
        assertThat(refund(RefundAmount.ofMinor(500)))
                .isEqualTo(new RefundResult.Refused(RefundResult.Reason.TOO_MUCH, 499));
        assertThat(shop.tokens()).isEqualTo(55);
    }

    @Test
    @StripeRule(101)
    void spentTokensAreOwedAndTheEventIsTaken() {
        String payment = shop.payment(shop.bought());
        shop.spend(100);
        shop.sandbox.refunds().make(payment);
        assertThat(shop.outcomes("charge.refunded")).hasSize(1);
        assertThat(shop.balance().debt()).isEqualTo(100);
    }

    @Test
    @StripeRule(95)
    void ourOwnRefundAndItsEventsAreOne() {
        shop.bought();
        refund(RefundAmount.ofMinor(500)).orElseThrow();
        assertThat(shop.tokens()).isEqualTo(55);
        assertThat(shop.order().reversal().taken()).isEqualTo(55);
    }

    private RefundResult refund(RefundAmount amount) {
        return shop.economy.refunds().refund(shop.orderId(), amount, KEY);
    }
}
