package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisputeTest {

    private static final String GOOD = "4242424242424242";

    private StripeSandbox sandbox;
    private MoneyBack paid;

    @BeforeEach
    void start() throws StripeException {
        sandbox = StripeSandbox.builder().start();
        paid = new MoneyBack(sandbox, GOOD);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aChargebackTakesTheMoneyAtOnce() throws StripeException {
        Dispute dispute = paid.dispute(sandbox.disputes().chargeback(paid.session()));

        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getAmount()).isEqualTo(Shop.AMOUNT);
        assertThat(dispute.getCurrency()).isEqualTo("usd");
        assertThat(dispute.getReason()).isEqualTo("fraudulent");
        assertThat(dispute.getPaymentIntent()).isEqualTo(paid.intent());
        assertThat(dispute.getCharge()).isEqualTo(paid.charge().getId());
        assertThat(dispute.getIsChargeRefundable()).isFalse();
        assertThat(dispute.getBalanceTransactions()).singleElement().satisfies(taken -> {
            assertThat(taken.getReportingCategory()).isEqualTo("dispute");
            assertThat(taken.getAmount()).isEqualTo(-Shop.AMOUNT);
            assertThat(taken.getFee()).isEqualTo(1_500);
            assertThat(taken.getNet()).isEqualTo(-Shop.AMOUNT - 1_500);
        });
        assertThat(paid.charge().getDisputed()).isTrue();
        assertThat(paid.told()).containsExactly("charge.dispute.created", "charge.dispute.funds_withdrawn");
    }

    @Test
    void aWonDisputeGivesTheMoneyBackOnce() throws StripeException {
        String id = sandbox.disputes().chargeback(paid.session());
        sandbox.disputes().respond(id);
        assertThat(paid.dispute(id).getStatus()).isEqualTo("under_review");
        assertThat(paid.dispute(id).getEvidenceDetails().getSubmissionCount()).isEqualTo(1);

        sandbox.disputes().win(id);

        Dispute won = paid.dispute(id);
        assertThat(won.getStatus()).isEqualTo("won");
        assertThat(won.getBalanceTransactions())
                .extracting(BalanceTransaction::getReportingCategory)
                .containsExactly("dispute", "dispute_reversal");
        assertThat(sum(won)).isZero();
        assertThat(paid.told())
                .endsWith("charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_reinstated");
        assertThatThrownBy(() -> sandbox.disputes().win(id)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.disputes().lose(id)).isInstanceOf(SandboxException.class);
    }

    private static long sum(Dispute dispute) {
        return dispute.getBalanceTransactions().stream()
                .mapToLong(BalanceTransaction::getAmount)
                .sum();
    }

    @Test
    void aLostDisputeKeepsTheMoneyUntilAnAppealIsWon() throws StripeException {
        String id = sandbox.disputes().chargeback(paid.session());
        sandbox.disputes().lose(id);
        assertThat(paid.dispute(id).getStatus()).isEqualTo("lost");
        assertThat(sum(paid.dispute(id))).isEqualTo(-Shop.AMOUNT);
        assertThatThrownBy(() -> sandbox.disputes().lose(id)).isInstanceOf(SandboxException.class);

        sandbox.disputes().status(id, "appeal_under_review");
        assertThat(paid.dispute(id).getStatus()).isEqualTo("appeal_under_review");
        sandbox.disputes().win(id);

        assertThat(sum(paid.dispute(id))).isZero();
        assertThat(paid.told())
                .containsExactly(
                        "charge.dispute.created",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.closed",
                        "charge.dispute.updated",
                        "charge.dispute.closed",
                        "charge.dispute.funds_reinstated");
    }

    @Test
    void anInquiryMovesNoMoneyAndCanBeClosed() throws StripeException {
        String id = sandbox.disputes().inquiry(paid.session());
        assertThat(paid.dispute(id).getStatus()).isEqualTo("warning_needs_response");
        sandbox.disputes().respond(id);
        assertThat(paid.dispute(id).getStatus()).isEqualTo("warning_under_review");

        sandbox.disputes().closeWarning(id);

        Dispute closed = paid.dispute(id);
        assertThat(closed.getStatus()).isEqualTo("warning_closed");
        assertThat(closed.getBalanceTransactions()).isEmpty();
        assertThat(closed.getIsChargeRefundable()).isTrue();
        assertThat(paid.told())
                .containsExactly("charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed");
        assertThatThrownBy(() -> sandbox.disputes().escalate(id)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.disputes().win(id)).isInstanceOf(SandboxException.class);
    }

    @Test
    void anInquiryCanBecomeAChargebackUnderTheSameId() throws StripeException {
        String id = sandbox.disputes().inquiry(paid.session(), 300, "unrecognized");

        sandbox.disputes().escalate(id);

        Dispute dispute = paid.dispute(id);
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(sum(dispute)).isEqualTo(-300);
        assertThat(dispute.getPaymentMethodDetails().getCard().getCaseType()).isEqualTo("chargeback");
        assertThat(paid.told())
                .containsExactly("charge.dispute.created", "charge.dispute.updated", "charge.dispute.funds_withdrawn");
    }

    @Test
    void aChargeCanHaveSeveralDisputesOfParts() throws StripeException {
        String first = sandbox.disputes().chargeback(paid.session(), 100, "product_unacceptable");
        String second = sandbox.disputes().chargeback(paid.intent(), 200, "a_reason_of_the_future");

        assertThat(paid.disputes()).extracting("id").containsExactly(second, first);
        sandbox.disputes().win(first);
        assertThat(sum(paid.dispute(first)) + sum(paid.dispute(second))).isEqualTo(-200);
    }

    /** Rule 108: 6000 usd were 8391 cad on the balance, with a fee of 1500. */
    @Test
    void bookingsAreInTheAccountsCurrencyAndTheDisputeInTheCharges() throws StripeException {
        sandbox.disputes().settleIn("cad", new BigDecimal("1.3985"), 1_500);
        Dispute dispute = paid.dispute(sandbox.disputes().chargeback(paid.session(), 600, "fraudulent"));

        assertThat(dispute.getAmount()).isEqualTo(600);
        assertThat(dispute.getCurrency()).isEqualTo("usd");
        BalanceTransaction taken = dispute.getBalanceTransactions().get(0);
        assertThat(taken.getCurrency()).isEqualTo("cad");
        assertThat(taken.getAmount()).isEqualTo(-839);
        assertThat(taken.getNet()).isEqualTo(-2_339);
        assertThat(taken.getExchangeRate()).isEqualByComparingTo(new BigDecimal("1.3985"));

        sandbox.disputes().settleIn("eur", new BigDecimal("0.5"), 0);
        sandbox.disputes().win(dispute.getId());

        assertThat(sum(paid.dispute(dispute.getId()))).isZero();
        assertThat(paid.dispute(dispute.getId()).getBalanceTransactions())
                .extracting(BalanceTransaction::getCurrency)
                .containsOnly("cad");
    }

    @ParameterizedTest
    @CsvSource({"1.3985, 6000, 8391", "0.0067, 149, 1", "0.5, 1, 1", "0.49, 1, 0", "1, 99999999, 99999999"})
    void amountsSettleExactlyRoundedHalfUp(BigDecimal rate, long amount, long settled) {
        assertThat(new Settlement("cad", rate, 0).settled(amount)).isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000259, fraudulent, needs_response",
        "4000000000002685, product_not_received, needs_response",
        "4000000000001976, fraudulent, warning_needs_response"
    })
    void stripesDisputeCardsAreDisputedRightAfterThePayment(String card, String reason, String status)
            throws StripeException {
        MoneyBack bought = new MoneyBack(sandbox, card);

        assertThat(bought.disputes()).singleElement().satisfies(dispute -> {
            assertThat(dispute.getReason()).isEqualTo(reason);
            assertThat(dispute.getStatus()).isEqualTo(status);
        });
        assertThat(bought.charge().getPaid()).isTrue();
    }

    @Test
    void anEarlyFraudWarningIsOnlyTold() throws StripeException {
        MoneyBack bought = new MoneyBack(sandbox, "4000000000005423");
        String id = sandbox.disputes().warn(paid.session());

        assertThat(sandbox.events())
                .filteredOn(event -> event.type().equals("radar.early_fraud_warning.created"))
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.objectId()).isEqualTo(id));
        assertThat(bought.charge().getDisputed()).isFalse();
        assertThat(bought.disputes()).isEmpty();
    }

    @Test
    void aDisputeThatCannotBeIsRefused() throws StripeException {
        SandboxDisputes disputes = sandbox.disputes();
        String session = paid.session();
        assertThatThrownBy(() -> disputes.chargeback(session, Shop.AMOUNT + 1, "fraudulent"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("1 to " + Shop.AMOUNT);
        assertThatThrownBy(() -> disputes.chargeback(session, 0, "fraudulent")).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> disputes.chargeback(session, 1, " ")).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> disputes.chargeback("pi_3nope")).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> disputes.win("du_1nope")).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> disputes.settleIn("dollars", BigDecimal.ONE, 0))
                .isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> disputes.settleIn("cad", BigDecimal.ZERO, 0)).isInstanceOf(SandboxException.class);
        MoneyBack later = new MoneyBack(sandbox, "pay_later");
        assertThatThrownBy(() -> disputes.chargeback(later.session()))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("took no money");
        assertThat(paid.disputes()).isEmpty();
        assertThat(paid.charge().getDisputed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Won!", "won now"})
    void aStatusThatIsNoneIsRefused(String status) {
        String id = sandbox.disputes().chargeback(paid.session());
        assertThatThrownBy(() -> sandbox.disputes().status(id, status)).isInstanceOf(SandboxException.class);
    }
}
