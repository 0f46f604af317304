package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.Refund;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several look at one payment at once. */
class OvertakenReadingTest extends ReversalCase {

    /** Read before, told after a newer answer was booked: without the count of readings it would win. */
    @Test
    @StripeRule(28)
    void anAnswerThatWasOvertakenIsAskedForAgain() {
        credit();
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                refund("re_2", 499, Refund.Status.SUCCEEDED);
                shop.tell("charge.refunded", session);
            }
        });
        shop.tell("refund.created", session);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(types()).containsExactly(EntryType.CLAWBACK, EntryType.PURCHASE);
    }

    /** The newer answer equals what is booked, so that only the count of readings tells that the older one is old. */
    @Test
    void anOvertakenAnswerDoesNotWinOverOneThatChangedNothing() {
        credit();
        refund("re_1", 500, Refund.Status.PENDING);
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                refund("re_1", 500, Refund.Status.FAILED);
                shop.tell("refund.failed", session);
            }
        });
        shop.tell("refund.created", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void whoIsOvertakenForEverSaysSo() {
        credit();
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        AtomicInteger depth = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (depth.getAndIncrement() == 0) {
                shop.gateway.afterPaymentRead(again -> {});
                shop.tell("charge.refunded", session);
            }
            depth.set(0);
            shop.gateway.afterPaymentRead(next -> overtake());
        });
        assertThatThrownBy(() -> shop.tell("refund.created", session))
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("looked at by too many at once");
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    private void overtake() {
        shop.gateway.afterPaymentRead(again -> {});
        shop.tell("charge.refunded", session);
        shop.gateway.afterPaymentRead(next -> overtake());
    }
}
