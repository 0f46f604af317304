package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.audit.PseudonymKey;
import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 110 tokens for 9.99 of somebody who closes his account and wants to be forgotten. */
class ErasedReversalTest {

    private static final PseudonymKey NAMES = PseudonymKey.of(new byte[32]);
    private static final AccountId PSEUDONYM = NAMES.pseudonym(ALICE);

    private final Shop shop = Shop.on(MemoryLedgerStore.create());
    private final CheckoutSession session = shop.paid();

    @BeforeEach
    void credit() {
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.CREDITED);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void hisMoneyIsFollowedUnderHisPseudonym() {
        erase();
        refund(Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.economy.ledger().balance(PSEUDONYM).debt()).isEqualTo(110);
        refund(Refund.Status.FAILED);
        assertThat(shop.tell("refund.failed", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.economy.ledger().balance(PSEUDONYM).debt()).isZero();
        assertThat(shop.economy.audit().verifyAll(null, (result, soFar) -> {}))
                .isEqualTo(new VerificationSummary(1, 4, 0));
    }

    @Test
    void erasedWhileTheProviderIsAskedHeIsFoundAllTheSame() {
        refund(Refund.Status.SUCCEEDED);
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                erase();
            }
        });
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.order(session).reversal().taken()).isEqualTo(110);
    }

    private void erase() {
        shop.economy
                .ledger()
                .apply(new Closure(ALICE, IdempotencyKey.of("close"), new Audit("me", "asked for")))
                .orElseThrow();
        assertThat(shop.economy.audit().erase(ALICE, NAMES)).isEqualTo(PSEUDONYM);
    }

    private void refund(Refund.Status status) {
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 999, "usd", status, Map.of()));
    }
}
