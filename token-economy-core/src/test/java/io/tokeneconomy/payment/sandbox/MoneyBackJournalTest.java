package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Charge;
import com.stripe.model.Refund;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoneyBackJournalTest {

    private final SettableTime time = new SettableTime();

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void name() {
        journal = folder.resolve("sandbox.journal");
    }

    private StripeSandbox start() {
        return StripeSandbox.builder()
                .journal(journal)
                .time(time)
                .asyncDelay(Duration.ofHours(1))
                .start();
    }

    @Test
    void refundsDisputesAndWhatWasToldSurviveARestart() throws Exception {
        MoneyBack paid;
        String refund;
        String dispute;
        try (StripeSandbox sandbox = start()) {
            paid = new MoneyBack(sandbox, "4242424242424242");
            refund = sandbox.refunds().make(paid.session(), 400);
            dispute = sandbox.disputes().chargeback(paid.session(), 300, "fraudulent");
            sandbox.refunds().next(RefundOutcome.PENDING);
            sandbox.disputes().settleIn("cad", new BigDecimal("1.5"), 7);
        }
        try (StripeSandbox sandbox = start()) {
            Shop shop = new Shop(sandbox);
            assertThat(shop.stripe().v1().refunds().retrieve(refund).getAmount())
                    .isEqualTo(400);
            sandbox.disputes().win(dispute);
            assertThat(shop.stripe().v1().disputes().retrieve(dispute).getBalanceTransactions())
                    .hasSize(2);
            String second = sandbox.refunds().make(paid.session());
            Refund told = shop.stripe().v1().refunds().retrieve(second);
            assertThat(told.getAmount()).isEqualTo(Shop.AMOUNT - 400);
            assertThat(told.getStatus()).isEqualTo("pending");
            String other = sandbox.disputes().chargeback(paid.session(), 100, "fraudulent");
            assertThat(shop.stripe()
                            .v1()
                            .disputes()
                            .retrieve(other)
                            .getBalanceTransactions()
                            .get(0)
                            .getNet())
                    .isEqualTo(-157);
        }
    }

    @Test
    void aRefundThatWaitsForItsTimeMovesOnAfterARestart() throws Exception {
        String refund;
        try (StripeSandbox sandbox = start()) {
            refund = sandbox.refunds().make(new MoneyBack(sandbox, "4000000000007726").session());
        }
        time.advance(Duration.ofHours(1));
        try (StripeSandbox sandbox = start()) {
            Eventually.until(
                    "moved",
                    () -> sandbox.events().stream().anyMatch(e -> e.type().equals("refund.updated")));
            assertThat(new Shop(sandbox)
                            .stripe()
                            .v1()
                            .refunds()
                            .retrieve(refund)
                            .getStatus())
                    .isEqualTo("succeeded");
        }
    }

    /** Written by the sandbox before it knew refunds: one session paid, one paid later. */
    @Test
    void aJournalFromBeforeRefundsIsReadAndItsPaymentsCanBeRefundedAndDisputed() throws Exception {
        try (InputStream old = MoneyBackJournalTest.class.getResourceAsStream("before-refunds.journal")) {
            Files.copy(Objects.requireNonNull(old), journal);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (StripeSandbox sandbox = start()) {
            String paid = "cs_test_a1xqpetMWze4DVo9V8c1IdZCwKtBVCpJCCXcjAFkNv8wbvMyuEFoyciF7s";
            String later = "cs_test_a1IpNIrXy8g1MlfBWl8EVvsCw23JGzBdObPsfmzqgw9hO9p9QOVPxaeAxR";
            Shop shop = new Shop(sandbox);
            String refund = sandbox.refunds().make(paid, 400);
            sandbox.settle(later, true);
            sandbox.disputes().chargeback(later);

            Charge charge = shop.stripe()
                    .v1()
                    .charges()
                    .retrieve(shop.stripe().v1().refunds().retrieve(refund).getCharge());
            assertThat(charge.getAmountRefunded()).isEqualTo(400);
            assertThat(charge.getMetadata()).containsEntry("order_id", "o-1");
            assertThat(shop.read(later).getPaymentStatus()).isEqualTo("paid");
        }
    }
}
