package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Refund;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefundHammerTest {

    private static final int THREADS = 50;
    private static final long PART = 37;

    @Test
    void fiftyThreadsNeverRefundMoreThanWasPaid() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (StripeSandbox sandbox = StripeSandbox.builder().start()) {
            MoneyBack paid = new MoneyBack(sandbox, "4242424242424242");
            Callable<Boolean> refund = () -> {
                try {
                    return paid.refund(paid.request().setAmount(PART)).getAmount() == PART;
                } catch (InvalidRequestException e) {
                    return false;
                }
            };
            List<Future<Boolean>> answers = threads.invokeAll(
                    Stream.generate(() -> refund).limit(THREADS).toList());
            long made = 0;
            for (Future<Boolean> answer : answers) {
                made += answer.get() ? 1 : 0;
            }

            assertThat(made).isEqualTo(Shop.AMOUNT / PART);
            assertThat(paid.charge().getAmountRefunded()).isEqualTo(made * PART);
            assertThat(paid.refunds()).hasSize((int) made).allMatch(each -> isPart(each));
            assertThat(sandbox.events())
                    .filteredOn(event -> event.type().equals("charge.refunded"))
                    .hasSize((int) made);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isPart(Refund refund) {
        return refund.getAmount() == PART && refund.getStatus().equals("succeeded");
    }
}
