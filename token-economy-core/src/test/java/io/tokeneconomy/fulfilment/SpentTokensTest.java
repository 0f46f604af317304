package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Outcome.NotOpen;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import org.junit.jupiter.api.Test;

/** Money goes back whose tokens were spent. */
class SpentTokensTest extends ReversalCase {

    @Test
    @StripeRule(101)
    void spentTokensBecomeADebtThatTheNextPurchasePays() {
        credit();
        spend(100);
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isEqualTo(100);
        CheckoutSession next = shop.paid();
        shop.deliver("completed", next.id());
        assertThat(shop.balance(ALICE)).isEqualTo(10);
    }

    @Test
    @StripeRule(101)
    void forgivenTokensStayForgivenWhenTheMoneyComesAgain() {
        other(ClawbackPolicy.FLOOR);
        credit();
        spend(100);
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isZero();
        assertThat(shop.order(session).reversal()).isEqualTo(new Reversal(999, 0, 999, 110, 10, 1));
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        shop.tell("charge.dispute.closed", session);
        assertThat(shop.balance(ALICE)).isEqualTo(10);
    }

    @Test
    @StripeRule(101)
    void blockingClosesTheAccountForSpends() {
        other(ClawbackPolicy.BLOCK);
        credit();
        spend(100);
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.economy.ledger().spend(ALICE, 1, IdempotencyKey.of("next")))
                .isInstanceOf(NotOpen.class);
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isEqualTo(100);
    }
}
