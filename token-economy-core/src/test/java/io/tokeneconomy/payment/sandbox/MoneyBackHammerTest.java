package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything at once on a few payments, with faults and a restart in the middle; then the books have to add up. */
class MoneyBackHammerTest {

    private static final String GOOD = "4242424242424242";
    private static final int THREADS = 8;
    private static final int ACTS = 60;
    private static final int PAYMENTS = 5;

    @TempDir
    private Path folder;

    private StripeSandbox start(WebhookReceiver receiver) {
        StripeSandbox sandbox = StripeSandbox.builder()
                .journal(folder.resolve("sandbox.journal"))
                .webhook(receiver.uri(), WebhookReceiver.SECRET)
                .start();
        sandbox.webhooks()
                .faults(DeliveryFaults.seeded(11).duplicate(20).reorder(20).drop(10));
        return sandbox;
    }

    @Test
    void theBooksOfEachChargeAddUp() throws Exception {
        List<String> sessions = new ArrayList<>();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            try (StripeSandbox sandbox = start(receiver)) {
                for (int i = 0; i < PAYMENTS; i++) {
                    sessions.add(new MoneyBack(sandbox, GOOD).session());
                }
                hammer(sandbox, sessions);
            }
            try (StripeSandbox sandbox = start(receiver)) {
                hammer(sandbox, sessions);
                assertThat(sandbox.webhooks().await(Duration.ofSeconds(60))).isTrue();
                for (String session : sessions) {
                    check(new Shop(sandbox), session);
                }
                assertThat(receiver.events()).hasSizeGreaterThan(sessions.size());
            }
        }
    }

    private static void hammer(StripeSandbox sandbox, List<String> sessions) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                work.add(() -> acts(sandbox, sessions, random));
            }
            int done = 0;
            for (Future<Integer> each : threads.invokeAll(work)) {
                done += each.get();
            }
            assertThat(done).isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns how many acts were possible. */
    private static int acts(StripeSandbox sandbox, List<String> sessions, Random random) {
        int done = 0;
        List<String> refunds = new ArrayList<>();
        List<String> disputes = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            try {
                act(sandbox, sessions.get(random.nextInt(sessions.size())), random, refunds, disputes);
                done++;
            } catch (SandboxException refused) {
                assertThat(refused.retryable()).isFalse();
            }
        }
        return done;
    }

    private static void act(
            StripeSandbox sandbox, String session, Random random, List<String> refunds, List<String> disputes) {
        String refund = refunds.isEmpty() ? "re_none" : refunds.get(random.nextInt(refunds.size()));
        String dispute = disputes.isEmpty() ? "du_none" : disputes.get(random.nextInt(disputes.size()));
        switch (random.nextInt(10)) {
            case 0 -> sandbox.refunds().next(random.nextBoolean() ? RefundOutcome.PENDING : RefundOutcome.FAILED);
            case 1 -> sandbox.refunds().succeed(refund);
            case 2 -> sandbox.refunds().fail(refund);
            case 3 -> sandbox.refunds().cancel(refund);
            case 4 -> disputes.add(sandbox.disputes().inquiry(session));
            case 5 -> disputes.add(sandbox.disputes().chargeback(session, 1 + random.nextInt(200), "general"));
            case 6 -> sandbox.disputes().escalate(dispute);
            case 7 -> sandbox.disputes().win(dispute);
            default -> refunds.add(sandbox.refunds().make(session, 1 + random.nextInt(300)));
        }
    }

    private static void check(Shop shop, String session) throws StripeException {
        String intent = shop.read(session).getPaymentIntent();
        String id = shop.stripe().v1().paymentIntents().retrieve(intent).getLatestCharge();
        Charge charge = shop.stripe().v1().charges().retrieve(id);
        List<Refund> refunds = all(shop, id);
        long succeeded = sum(refunds, "succeeded");
        long waiting = sum(refunds, "pending") + sum(refunds, "requires_action");

        assertThat(charge.getAmountRefunded()).isEqualTo(succeeded);
        assertThat(succeeded + waiting).isLessThanOrEqualTo(charge.getAmountCaptured());
        assertThat(charge.getRefunded()).isEqualTo(succeeded == charge.getAmountCaptured());
        for (Dispute dispute : shop.stripe()
                .v1()
                .disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(intent)
                        .setLimit(100L)
                        .build())
                .getData()) {
            boolean holds = dispute.getStatus().equals("needs_response");
            assertThat(dispute.getBalanceTransactions().stream()
                            .mapToLong(BalanceTransaction::getAmount)
                            .sum())
                    .isEqualTo(holds ? -dispute.getAmount() : 0);
        }
    }

    private static List<Refund> all(Shop shop, String charge) throws StripeException {
        List<Refund> all = new ArrayList<>();
        shop.stripe()
                .v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setCharge(charge)
                        .setLimit(100L)
                        .build())
                .autoPagingIterable()
                .forEach(all::add);
        return all;
    }

    private static long sum(List<Refund> refunds, String status) {
        return refunds.stream()
                .filter(refund -> refund.getStatus().equals(status))
                .mapToLong(Refund::getAmount)
                .sum();
    }
}
