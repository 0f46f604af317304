package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Money goes back in a way that a person has to look at. */
class UnclearMoneyBackTest extends ReversalCase {

    @Test
    @StripeRule(99)
    void aRefundInAnotherCurrencyIsLeftToAPerson() {
        credit();
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 900, "eur", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(shop.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("is not in usd"));
    }

    @Test
    void whatIsLeftToAPersonAgainIsListedAgain() {
        credit();
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 900, "eur", Refund.Status.SUCCEEDED, Map.of()));
        shop.tell("charge.refunded", session);
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.parked()).isEmpty();
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_2", 90, "eur", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(1);
        assertThat(shop.toldParked).hasSize(2);
    }

    @Test
    void moneyBackOfAPaymentThatChargedNothingIsLeftToAPerson() {
        CheckoutSession odd = shop.begin();
        shop.gateway.move(
                odd.id(),
                s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(999, 0, "usd")));
        shop.gateway.pay(odd.id());
        shop.deliver("completed", odd.id());
        shop.gateway.refund(shop.paymentOf(odd), new Refund("re_1", 999, "usd", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.tell("charge.refunded", odd)).isEqualTo(Outcome.PARKED);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(shop.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("charged nothing"));
    }

    @Test
    void aParkedPaymentThatIsRefundedNeedsNobodyAnyMore() {
        shop.gateway.move(
                session.id(),
                s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(1, 1, "usd")));
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(1);
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.FAILED);
        assertThat(shop.parked()).isEmpty();
        assertThat(shop.balance(ALICE)).isZero();
    }
}
