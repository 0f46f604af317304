package io.tokeneconomy.reconcile;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.reconcile.Difference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that fails while its books are compared. */
class ReconciliationTroubleTest extends ReconciliationCase {

    @Test
    void aProviderThatFailsEndsTheRunNotTheReport() {
        for (int i = 0; i < 150; i++) {
            shop.paid();
        }
        shop.gateway.beforeList(query -> {
            if (query.after() != null) {
                throw new PaymentException(Reason.UNAVAILABLE, "no answer", null);
            }
        });
        Report ended = repair();
        assertThat(ended.found()).isEqualTo(100);
        assertThat(ended.trouble()).isEqualTo("no answer");
        assertThat(ended.toText()).contains("no answer", "Resume after sessions:cs_test_51");

        shop.gateway.beforeList(query -> {});
        assertThat(shop.economy
                        .reconciliation()
                        .repair(ended.rest().orElseThrow())
                        .found())
                .isEqualTo(50);
    }

    @Test
    void anybodysMistakeEndsTheRunNotTheReport() {
        shop.paid();
        shop.gateway.beforeList(query -> {
            throw new IllegalStateException("a mistake of the host's own gateway");
        });
        assertThat(repair().trouble()).isEqualTo("a mistake of the host's own gateway");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "REJECTED", "UNREADABLE"})
    void aPaymentThatCannotBeReadHoldsUpNoOther(Reason reason) {
        CheckoutSession broken = credited();
        refund(broken, 999, Refund.Status.SUCCEEDED);
        shop.paid();
        shop.gateway.beforePaymentRead(payment -> {
            throw new PaymentException(reason, "lacks Disputes: read", null);
        });
        assertThat(repair().differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.MISSING_CREDIT, Kind.UNREADABLE);
        assertThat(shop.balance(ALICE)).isEqualTo(220);
    }

    @Test
    void aRefundWhoseCheckoutCannotBeReadHoldsUpNoOther() {
        CheckoutSession broken = credited();
        CheckoutSession other = credited();
        refund(broken, 999, Refund.Status.PENDING);
        refund(other, 999, Refund.Status.PENDING);
        unreadable(broken);

        Report report = repair();

        assertThat(report.trouble()).isNull();
        assertThat(report.rest()).isEmpty();
        assertThat(report.differences())
                .extracting(difference -> difference.kind() + " " + difference.paymentId())
                .containsExactlyInAnyOrder(
                        "UNREADABLE " + shop.paymentOf(broken), "MISSING_CLAWBACK " + shop.paymentOf(other));
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void anOrderWhoseCheckoutCannotBeReadHoldsUpNoOther() {
        CheckoutSession broken = credited();
        CheckoutSession other = credited();
        shop.gateway.move(broken.id(), paid -> ScriptedSessions.with(paid, Status.OPEN, PaymentStatus.UNPAID));
        shop.gateway.move(other.id(), paid -> ScriptedSessions.with(paid, Status.OPEN, PaymentStatus.UNPAID));
        unreadable(broken);

        Report report = repair();

        assertThat(report.trouble()).isNull();
        assertThat(report.differences())
                .extracting(difference -> difference.kind() + " " + difference.sessionId())
                .containsExactlyInAnyOrder("UNREADABLE " + broken.id(), "UNPAID_CREDIT " + other.id());
    }

    @Test
    void anEntryOfTheListThatCannotBeReadHoldsUpNoOther() {
        CheckoutSession broken = shop.paid();
        shop.paid();
        shop.gateway.blur(broken.id());

        Report report = repair();

        assertThat(report.counts().sessions()).isEqualTo(2);
        assertThat(report.differences())
                .extracting(difference -> difference.kind() + " " + difference.state())
                .containsExactlyInAnyOrder("UNREADABLE FOR_A_PERSON", "MISSING_CREDIT REPAIRED");
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void aRepairWhoseAnswerCannotBeReadHoldsUpNoOther() {
        CheckoutSession broken = shop.paid();
        shop.paid();
        unreadable(broken);

        assertThat(repair().differences())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Kind.UNREADABLE, Kind.MISSING_CREDIT);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    private void unreadable(CheckoutSession session) {
        shop.gateway.beforeSessionRead(id -> {
            if (id.equals(session.id())) {
                throw new PaymentException(Reason.UNREADABLE, "the answer cannot be read", null);
            }
        });
    }
}
