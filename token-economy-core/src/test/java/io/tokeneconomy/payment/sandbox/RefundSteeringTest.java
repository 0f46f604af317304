package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundSteeringTest {

    private static final String GOOD = "4242424242424242";

    private final SettableTime time = new SettableTime();
    private StripeSandbox sandbox;
    private MoneyBack paid;

    @BeforeEach
    void start() throws StripeException {
        sandbox = StripeSandbox.builder()
                .time(time)
                .asyncDelay(Duration.ofHours(1))
                .start();
        paid = new MoneyBack(sandbox, GOOD);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefundOutcome.class,
            names = {"PENDING", "REQUIRES_ACTION"})
    void aWaitingRefundCountsNotOnTheChargeButHoldsTheMoney(RefundOutcome waiting) throws StripeException {
        sandbox.refunds().next(waiting);
        Refund refund = paid.refund(paid.request().setAmount(900L));

        assertThat(refund.getStatus()).isEqualTo(waiting.status());
        assertThat(paid.charge().getAmountRefunded()).isZero();
        assertThat(paid.told()).containsExactly("refund.created");
        assertThatThrownBy(() -> paid.refund(paid.request().setAmount(100L)))
                .isInstanceOf(InvalidRequestException.class);

        sandbox.refunds().succeed(refund.getId());

        assertThat(paid.refund(refund.getId()).getStatus()).isEqualTo("succeeded");
        assertThat(paid.charge().getAmountRefunded()).isEqualTo(900);
        assertThat(paid.charge().getRefunded()).isFalse();
        assertThat(paid.told()).containsExactly("refund.created", "refund.updated");
    }

    @Test
    void aWaitingRefundCanBeCanceledAndTheMoneyRefundedOtherwise() throws StripeException {
        sandbox.refunds().next(RefundOutcome.PENDING);
        Refund refund = paid.refund(paid.request());

        assertThat(refund.getPendingReason()).isEqualTo("processing");
        assertThat(paid.cancel(refund.getId()).getStatus()).isEqualTo("canceled");
        assertThat(paid.told()).containsExactly("refund.created", "refund.updated");
        assertThat(paid.refund(paid.request()).getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> paid.cancel(refund.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("its status is canceled");
    }

    @Test
    void aRefundThatFailsAtOnceLeavesTheMoney() throws StripeException {
        sandbox.refunds().next(RefundOutcome.FAILED);
        Refund refund = paid.refund(paid.request());

        assertThat(refund.getStatus()).isEqualTo("failed");
        assertThat(refund.getFailureReason()).isEqualTo("unknown");
        assertThat(paid.told()).containsExactly("refund.created", "refund.failed");
        assertThat(paid.charge().getAmountRefunded()).isZero();
        assertThat(paid.refund(paid.request()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aRefundThatHadSucceededCanFailWhichUncountsIt() throws StripeException {
        Refund kept = paid.refund(paid.request().setAmount(100L));
        Refund refund = paid.refund(paid.request());
        assertThat(paid.charge().getRefunded()).isTrue();

        sandbox.refunds().fail(refund.getId(), "expired_or_canceled_card");

        assertThat(paid.refund(refund.getId()).getFailureReason()).isEqualTo("expired_or_canceled_card");
        assertThat(paid.charge().getAmountRefunded()).isEqualTo(100);
        assertThat(paid.charge().getRefunded()).isFalse();
        assertThat(paid.told()).endsWith("charge.refunded", "refund.updated", "refund.failed");
        assertThatThrownBy(() -> sandbox.refunds().fail(refund.getId())).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.refunds().succeed(kept.getId())).isInstanceOf(SandboxException.class);
    }

    @Test
    void theDashboardRefundsWithoutTheShop() throws StripeException {
        String part = sandbox.refunds().make(paid.session(), 400);
        String rest = sandbox.refunds().make(paid.intent());

        assertThat(paid.refunds()).extracting("id").containsExactly(rest, part);
        assertThat(paid.refund(rest).getMetadata()).isEmpty();
        assertThat(paid.charge().getRefunded()).isTrue();
        String charge = paid.charge().getId();
        assertThatThrownBy(() -> sandbox.refunds().make(charge))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("already been refunded");
        assertThatThrownBy(() -> sandbox.refunds().make(charge, 0)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.refunds().make("ch_3nope")).isInstanceOf(SandboxException.class);
    }

    @Test
    void whatIsToldHoldsForOneRefundEachInOrder() {
        sandbox.refunds().next(RefundOutcome.FAILED);
        sandbox.refunds().next(RefundOutcome.PENDING);
        for (int i = 0; i < 3; i++) {
            sandbox.refunds().make(paid.session(), 10);
        }
        assertThat(refundStatuses()).containsExactly("succeeded", "pending", "failed");
    }

    private List<String> refundStatuses() {
        try {
            return paid.refunds().stream().map(Refund::getStatus).toList();
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void atMostAThousandRefundsAreToldAhead() {
        for (int i = 0; i < NextRefunds.MAX_TOLD; i++) {
            sandbox.refunds().next(RefundOutcome.PENDING);
        }
        assertThatThrownBy(() -> sandbox.refunds().next(RefundOutcome.PENDING))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("At most 1000");
    }

    @Test
    void theCardWhoseRefundsTakeTheirTimeDoesSo() throws StripeException {
        settles("4000000000007726", "pending", "succeeded", 0L, Shop.AMOUNT);
    }

    @Test
    void theCardWhoseRefundsFailDoesSo() throws StripeException {
        settles("4000000000005126", "succeeded", "failed", Shop.AMOUNT, 0L);
    }

    private void settles(String card, String first, String last, long refundedFirst, long refundedLast)
            throws StripeException {
        MoneyBack bought = new MoneyBack(sandbox, card);
        Refund refund = bought.refund(bought.request());
        assertThat(refund.getStatus()).isEqualTo(first);
        assertThat(bought.charge().getAmountRefunded()).isEqualTo(refundedFirst);

        time.advance(Duration.ofHours(1));

        Eventually.until(
                "moved", () -> sandbox.events().stream().anyMatch(e -> e.type().equals("refund.updated")));
        assertThat(bought.refund(refund.getId()).getStatus()).isEqualTo(last);
        assertThat(bought.charge().getAmountRefunded()).isEqualTo(refundedLast);
    }

    @Test
    void whatIsToldOutranksTheCard() throws StripeException {
        MoneyBack bought = new MoneyBack(sandbox, "4000000000005126");
        sandbox.refunds().next(RefundOutcome.SUCCEEDED);
        Refund told = bought.refund(bought.request().setAmount(1L));
        Refund usual = bought.refund(bought.request().setAmount(2L));

        time.advance(Duration.ofHours(1));

        Eventually.until(
                "moved", () -> sandbox.events().stream().anyMatch(e -> e.type().equals("refund.failed")));
        assertThat(bought.refund(usual.getId()).getStatus()).isEqualTo("failed");
        assertThat(bought.refund(told.getId()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void theOldTwinOfTheUpdateComesWhenItIsAskedFor() throws Exception {
        try (StripeSandbox more =
                StripeSandbox.builder().emit("charge.refund.updated").start()) {
            MoneyBack bought = new MoneyBack(more, GOOD);
            more.refunds().next(RefundOutcome.PENDING);
            more.refunds().succeed(more.refunds().make(bought.session()));
            assertThat(bought.told()).containsExactly("refund.created", "refund.updated", "charge.refund.updated");
        }
    }
}
