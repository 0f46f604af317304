package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.DisputeUpdateParams.Evidence;
import io.tokeneconomy.SandboxShop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.payment.sandbox.SandboxDisputes;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disputes as a host has them: 110 tokens for 9.99, the sandbox's events over HTTP, and requests back. */
class SandboxDisputeTest {

    private static final String FRAUD = "fraudulent";

    private final SandboxShop shop;
    private final SandboxDisputes disputes;

    SandboxDisputeTest() throws IOException {
        shop = new SandboxShop();
        disputes = shop.sandbox.disputes();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @StripeRule({104, 111})
    void twoEventsOfOneLossTakeOnce() {
        disputes.chargeback(payment());
        assertThat(shop.tokens()).isZero();
        assertThat(shop.balance().debt()).isZero();
        assertThat(shop.outcomes("charge.dispute.created"))
                .hasSize(1)
                .isSubsetOf(Outcome.REVERSED, Outcome.ALREADY_DONE);
        assertThat(shop.outcomes("charge.dispute.funds_withdrawn")).hasSize(1);
    }

    @Test
    @StripeRule(105)
    void anInquiryTakesNothingUnlessItEscalates() {
        String payment = payment();
        String harmless = disputes.inquiry(payment, 500, "general");
        disputes.closeWarning(harmless);
        String other = disputes.inquiry(payment, 500, "general");
        assertThat(shop.tokens()).isEqualTo(110);
        disputes.escalate(other);
        assertThat(shop.tokens()).isEqualTo(55);
    }

    @Test
    @StripeRule(106)
    void whatIsWonIsGivenBackOnce() {
        disputes.win(chargeback());
        assertThat(shop.tokens()).isEqualTo(110);
        for (String type : List.of("charge.dispute.closed", "charge.dispute.funds_reinstated")) {
            shop.again(type);
        }
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule(107)
    void whatIsLostStaysTaken() {
        disputes.lose(chargeback());
        assertThat(shop.tokens()).isZero();
    }

    @Test
    void whatTheShopGivesUpStaysTaken() throws StripeException {
        String dispute = chargeback();
        stripe().v1().disputes().close(dispute);
        assertThat(shop.tokens()).isZero();
        assertThat(shop.outcomes("charge.dispute.closed")).hasSize(1);
    }

    @Test
    void anAnswerMovesNothingUntilTheBankDecides() throws StripeException {
        String dispute = chargeback();
        DisputeUpdateParams answer = DisputeUpdateParams.builder()
                .setEvidence(Evidence.builder().setCustomerName("Alice").build())
                .build();
        assertThat(stripe().v1().disputes().update(dispute, answer).getStatus()).isEqualTo("under_review");
        assertThat(shop.tokens()).isZero();
        disputes.win(dispute);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appeal_needs_response", "appeal_under_review"})
    @StripeRule(107)
    void anAppealLeavesTheTokensWhereTheMoneyIs(String status) {
        String dispute = chargeback();
        disputes.lose(dispute);
        disputes.status(dispute, status);
        assertThat(shop.tokens()).isZero();
    }

    @Test
    @StripeRule(108)
    void theBankAccountsCurrencyAndFeesDoNotCount() {
        disputes.settleIn("cad", new BigDecimal("1.3985"), 1_500);
        disputes.chargeback(payment(), 500, FRAUD);
        assertThat(shop.tokens()).isEqualTo(55);
    }

    @Test
    @StripeRule(109)
    void aRefundAndADisputeOfTheRestTakeWhatWasBought() {
        String payment = payment();
        shop.sandbox.refunds().make(payment, 400);
        disputes.chargeback(payment, 599, FRAUD);
        assertThat(shop.tokens()).isZero();
        assertThat(shop.balance().debt()).isZero();
    }

    @Test
    @StripeRule(110)
    void disputesOfPartsAddUp() {
        String payment = payment();
        String first = disputes.chargeback(payment, 333, FRAUD);
        disputes.chargeback(payment, 333, FRAUD);
        assertThat(shop.tokens()).isEqualTo(110 - 73);
        disputes.win(first);
        assertThat(shop.tokens()).isEqualTo(110 - 36);
    }

    @Test
    @StripeRule({26, 112})
    void aDisputeBeforeItsPurchaseIsNettedWithIt() {
        String session = shop.boughtUnheard();
        disputes.chargeback(shop.payment(session));
        assertThat(shop.tokens()).isZero();
        shop.again("checkout.session.completed");
        assertThat(shop.tokens()).isZero();
        assertThat(shop.order().reversal().taken()).isEqualTo(110);
    }

    @Test
    @StripeRule({25, 113})
    void aYearLaterThePurchaseIsStillKnown() {
        String payment = payment();
        shop.pass(Duration.ofDays(400));
        disputes.chargeback(payment);
        assertThat(shop.tokens()).isZero();
    }

    @Test
    @StripeRule(26)
    void eventsInAnyOrderEndTheSame() {
        String payment = payment();
        shop.sandbox.webhooks().faults(DeliveryFaults.seeded(7).reorder(100).duplicate(50));
        shop.sandbox.refunds().make(payment, 333);
        disputes.win(disputes.chargeback(payment, 666, FRAUD));
        shop.sandbox.webhooks().faults(DeliveryFaults.NONE);
        assertThat(shop.tokens()).isEqualTo(110 - 36);
    }

    private StripeClient stripe() {
        return StripeClient.builder()
                .setApiKey(StripeSandbox.API_KEY)
                .setApiBase(shop.sandbox.apiBase().toString())
                .build();
    }

    private String payment() {
        return shop.payment(shop.bought());
    }

    private String chargeback() {
        String dispute = disputes.chargeback(payment());
        assertThat(shop.tokens()).isZero();
        return dispute;
    }
}
