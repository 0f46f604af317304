package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import org.junit.jupiter.api.Test;

/** Money that a bank withdrew. */
class DisputedSaleTest extends ReversalCase {

    @Test
    @StripeRule({104, 106})
    void aDisputeTakesAndGivesBackOnceWhenItIsWon() {
        credit();
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        assertThat(shop.tell("charge.dispute.created", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.tell("charge.dispute.funds_withdrawn", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isZero();
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.WITHDRAWN);
        assertThat(shop.tell("charge.dispute.closed", session)).isEqualTo(Outcome.REVERSED);
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        assertThat(shop.tell("charge.dispute.funds_reinstated", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(newest().details().description()).isEqualTo("Dispute ended: Popular package");
    }

    @Test
    @StripeRule(107)
    void aLostDisputeStaysTaken() {
        credit();
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        dispute("du_1", 999, Dispute.Status.LOST, Dispute.Funds.WITHDRAWN);
        assertThat(shop.tell("charge.dispute.closed", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(105)
    void anInquiryTakesNothingUntilItBecomesAChargeback() {
        credit();
        dispute("du_1", 999, Dispute.Status.INQUIRY, Dispute.Funds.UNTOLD);
        assertThat(shop.tell("charge.dispute.created", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.funds_withdrawn", session);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule({109, 110})
    void refundAndDisputeNeverTakeMoreThanWasBought() {
        credit();
        refund("re_1", 400, Refund.Status.SUCCEEDED);
        dispute("du_1", 599, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        dispute("du_2", 999, Dispute.Status.LOST, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isZero();
        dispute("du_2", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        dispute("du_1", 599, Dispute.Status.WON, Dispute.Funds.RETURNED);
        shop.tell("charge.dispute.closed", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - 44);
    }

    /** A dispute is won and a smaller refund made before anybody tells: more tokens come back than go. */
    @Test
    void ofTwoCausesTheOneIsNamedThatExplainsTheEntry() {
        credit();
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(newest().amount()).isEqualTo(55);
        assertThat(newest().details().description()).isEqualTo("Dispute ended: Popular package");
    }
}
