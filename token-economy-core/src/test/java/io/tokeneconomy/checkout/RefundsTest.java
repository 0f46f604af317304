package io.tokeneconomy.checkout;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.RefundResult.Reason;
import io.tokeneconomy.checkout.RefundResult.Refused;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 110 tokens for 9.99, given back by the host. */
class RefundsTest {

    private static final IdempotencyKey KEY = IdempotencyKey.of("ticket-7");
    private static final IdempotencyKey OTHER = IdempotencyKey.of("ticket-8");

    private final Shop shop = Shop.on(MemoryLedgerStore.create());
    private final CheckoutSession session = shop.paid();
    private final OrderId order = orderOf(session);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everythingTakesAllTokensAtOnce() {
        RefundResult.Refunded refunded = refund(RefundAmount.everything(), KEY).orElseThrow();
        assertThat(refunded.refund().amountMinor()).isEqualTo(999);
        assertThat(refunded.order().reversal().taken()).isEqualTo(110);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(95)
    void theWebhookOfOurOwnRefundChangesNothing() {
        refund(RefundAmount.ofMinor(500), KEY).orElseThrow();
        shop.tell("refund.created", session);
        shop.tell("charge.refunded", session);
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    @Test
    @StripeRule(95)
    void theWebhookMayBeFasterThanTheAnswer() {
        shop.gateway.afterRefund(
                () -> assertThat(shop.tell("refund.created", session)).isEqualTo(Outcome.REVERSED));
        RefundResult.Refunded refunded = refund(RefundAmount.ofMinor(500), KEY).orElseThrow();
        assertThat(refunded.order().reversal().taken()).isEqualTo(55);
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    @Test
    @StripeRule(78)
    void aRefundWhoseAnswerIsLostIsFoundByItsKey() {
        shop.gateway.afterRefund(() -> {
            throw new PaymentException(PaymentException.Reason.UNAVAILABLE, "timed out", null);
        });
        assertThat(refund(RefundAmount.ofMinor(500), KEY).orElseThrow().refund().amountMinor())
                .isEqualTo(500);
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "55, 500", "109, 990", "110, 999"})
    void tokensCostAsLittleMoneyAsLetsThemGoBack(long tokens, long minor) {
        assertThat(refund(RefundAmount.ofTokens(tokens), KEY)
                        .orElseThrow()
                        .refund()
                        .amountMinor())
                .isEqualTo(minor);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - tokens);
    }

    @Test
    void tokensOneByOneComeToTheWholeAmount() {
        long minor = 0;
        for (int i = 0; i < 110; i++) {
            minor += refund(RefundAmount.ofTokens(1), IdempotencyKey.of("k" + i))
                    .orElseThrow()
                    .refund()
                    .amountMinor();
        }
        assertThat(minor).isEqualTo(999);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(refund(RefundAmount.ofTokens(1), KEY)).isEqualTo(new Refused(Reason.TOO_MUCH, 0));
    }

    @Test
    @StripeRule({74, 78})
    void askingAgainUnderTheSameKeyGivesBackOnce() {
        RefundResult first = refund(RefundAmount.ofMinor(400), KEY);
        assertThat(refund(RefundAmount.ofMinor(400), KEY).orElseThrow().refund())
                .isEqualTo(first.orElseThrow().refund());
        assertThat(refund(RefundAmount.ofMinor(401), KEY)).isEqualTo(new Refused(Reason.KEY_CONFLICT, 599));
        assertThat(refund(RefundAmount.ofMinor(400), OTHER).orElseThrow().refund())
                .isNotEqualTo(first.orElseThrow().refund());
        assertThat(shop.order(session).reversal().refundedMinor()).isEqualTo(800);
    }

    @Test
    void aKeyNamesWhatWasAskedForAndNothingElse() {
        Refund first = refund(RefundAmount.ofTokens(50), KEY).orElseThrow().refund();
        assertThat(refund(RefundAmount.ofTokens(50), KEY).orElseThrow().refund())
                .isEqualTo(first);
        assertThat(refund(RefundAmount.ofTokens(51), KEY)).isEqualTo(new Refused(Reason.KEY_CONFLICT, 544));
        assertThat(refund(RefundAmount.everything(), KEY)).isEqualTo(new Refused(Reason.KEY_CONFLICT, 544));
        assertThat(refund(RefundAmount.ofMinor(455), KEY).orElseThrow().refund())
                .isEqualTo(first);
        assertThat(shop.balance(ALICE)).isEqualTo(60);
    }

    @Test
    void whoIsSlowerUnderAKeyIsNotToldOfAnothersAmount() {
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                refund(RefundAmount.ofMinor(300), KEY).orElseThrow();
            }
        });
        assertThat(refund(RefundAmount.ofMinor(400), KEY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.KEY_CONFLICT));
        assertThat(shop.order(session).reversal().refundedMinor()).isEqualTo(300);
    }

    @Test
    @StripeRule(100)
    void noMoreThanIsLeft() {
        assertThat(refund(RefundAmount.ofMinor(1_000), KEY)).isEqualTo(new Refused(Reason.TOO_MUCH, 999));
        refund(RefundAmount.ofMinor(998), KEY).orElseThrow();
        assertThat(refund(RefundAmount.ofMinor(2), OTHER)).isEqualTo(new Refused(Reason.TOO_MUCH, 1));
        refund(RefundAmount.ofMinor(1), OTHER).orElseThrow();
        assertThat(refund(RefundAmount.everything(), IdempotencyKey.of("third")))
                .isEqualTo(new Refused(Reason.TOO_MUCH, 0));
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    void whatWasNotPaidCannotBeRefunded() {
        OrderId unknown = OrderId.random(Instant.EPOCH);
        assertThat(shop.economy.refunds().refund(unknown, RefundAmount.everything(), KEY))
                .isEqualTo(new Refused(Reason.UNKNOWN_ORDER, 0));
        OrderId open = shop.order(shop.begin()).id();
        RefundResult result = shop.economy.refunds().refund(open, RefundAmount.everything(), KEY);
        assertThat(result).isEqualTo(new Refused(Reason.NOTHING_PAID, 0));
        assertThatThrownBy(result::orElseThrow)
                .isInstanceOf(RefundRefusedException.class)
                .hasMessageContaining("NOTHING_PAID");
    }

    @Test
    void aRefundThatFailsLaterGivesTheTokensAgain() {
        Refund made = refund(RefundAmount.ofMinor(500), KEY).orElseThrow().refund();
        shop.gateway.refund(
                shop.paymentOf(session),
                new Refund(made.id(), 500, "usd", Refund.Status.FAILED, Map.copyOf(made.metadata())));
        shop.tell("refund.failed", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void anAmountIsPositive(long amount) {
        assertThatThrownBy(() -> RefundAmount.ofMinor(amount)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> RefundAmount.ofTokens(amount)).isInstanceOf(InvalidValueException.class);
    }

    private RefundResult refund(RefundAmount amount, IdempotencyKey key) {
        return shop.economy.refunds().refund(order, amount, key);
    }

    private OrderId orderOf(CheckoutSession paid) {
        shop.deliver("completed", paid.id());
        return shop.order(paid).id();
    }
}
