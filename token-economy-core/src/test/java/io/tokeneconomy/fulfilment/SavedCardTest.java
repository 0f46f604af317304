package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tokeneconomy.SandboxShop;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.checkout.RefundResult;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.SavedCard;
import io.tokeneconomy.payment.sandbox.SandboxException;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sales paid with a saved card: credited, refunded and disputed like those of a checkout. */
class SavedCardTest {

    private static final CheckoutOptions SAVING = CheckoutOptions.NONE.with(Feature.SAVE_CARD);

    private final SandboxShop shop = new SandboxShop();

    SavedCardTest() throws IOException {}

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void onlyACheckoutThatSaysSoSavesTheCard() {
        shop.bought();
        assertThat(shop.gateway.savedCards(customer())).isEmpty();
        boughtSaving();
        assertThat(shop.gateway.savedCards(customer()))
                .extracting(SavedCard::brand, SavedCard::last4)
                .containsExactly(tuple("visa", "4242"));
        assertThat(shop.gateway.savedCards("cus_unknown")).isEmpty();
    }

    @Test
    void theEventCreditsACharge() {
        boughtSaving();
        ChargeRequest request = request();
        assertThat(shop.gateway.charge(request).outcome()).isEqualTo(CardCharge.Outcome.PAID);
        assertThat(shop.outcomes("payment_intent.succeeded")).containsExactly(Outcome.CREDITED);
        assertThat(shop.tokens()).isEqualTo(220);
        shop.again("payment_intent.succeeded");
        assertThat(shop.tokens()).isEqualTo(220);
        assertThat(order(request).state()).isEqualTo(OrderState.PAID);
        assertThat(order(request).refs().sessionId())
                .isEqualTo(order(request).refs().paymentIntentId())
                .startsWith("pi_");
    }

    @Test
    void chargingAgainChargesNothingMore() {
        boughtSaving();
        ChargeRequest request = request();
        shop.gateway.charge(request);
        assertThat(shop.gateway.charge(request).outcome()).isEqualTo(CardCharge.Outcome.PAID);
        assertThat(shop.outcomes("payment_intent.succeeded")).hasSize(1);
    }

    @Test
    void aRefundTakesTheTokensOfAChargeAlong() {
        boughtSaving();
        ChargeRequest request = request();
        shop.gateway.charge(request);
        shop.settle();
        assertThat(shop.economy
                        .refunds()
                        .refund(request.order().id(), RefundAmount.everything(), IdempotencyKey.of("r")))
                .isInstanceOf(RefundResult.Refunded.class);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    void aRefundAtTheProviderAndADisputeTakeTheTokensOfAChargeAlong() {
        boughtSaving();
        ChargeRequest request = request();
        shop.gateway.charge(request);
        shop.settle();
        String payment = paid(request);
        shop.sandbox.refunds().make(payment, 499);
        assertThat(shop.tokens()).isBetween(164L, 166L);
        shop.sandbox.disputes().chargeback(payment);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    void aDeclinedCardIsToldAndRemembered() {
        boughtSaving();
        shop.sandbox.cards().become(customer(), "4000000000009995");
        ChargeRequest request = request();
        CardCharge declined = shop.gateway.charge(request);
        assertThat(declined.outcome()).isEqualTo(CardCharge.Outcome.DECLINED);
        assertThat(declined.detail()).isEqualTo("insufficient_funds");
        assertThat(declined.paymentId()).startsWith("pi_");
        assertThat(shop.gateway.charge(request)).as("asked again").isEqualTo(declined);
        assertThat(shop.gateway.charged(request, Instant.now())).contains(declined);
        assertThat(shop.outcomes("payment_intent.payment_failed")).containsExactly(Outcome.FAILED);
        assertThat(order(request).state()).isEqualTo(OrderState.FAILED);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    void aCardThatWantsItsOwnerIsNotCharged() {
        boughtSaving();
        shop.sandbox.cards().become(customer(), "4000002760003184");
        ChargeRequest request = request();
        assertThat(shop.gateway.charge(request).outcome()).isEqualTo(CardCharge.Outcome.AUTHENTICATION_REQUIRED);
        assertThat(shop.gateway.charged(request, Instant.now()))
                .map(CardCharge::outcome)
                .contains(CardCharge.Outcome.AUTHENTICATION_REQUIRED);
    }

    @Test
    void aCardThatIsGoneIsNoException() {
        boughtSaving();
        ChargeRequest request = request();
        shop.sandbox.cards().detach(customer());
        assertThat(shop.gateway.charge(request).outcome()).isEqualTo(CardCharge.Outcome.CARD_GONE);
        assertThat(shop.gateway.charged(request, Instant.now())).isEmpty();
        assertThatThrownBy(() -> shop.sandbox.cards().become(customer(), "4242424242424242"))
                .isInstanceOf(SandboxException.class);
    }

    @Test
    void thePaymentOfACheckoutIsNoSaleOfItsOwn() {
        String session = boughtSaving();
        assertThat(shop.gateway.session(shop.payment(session))).isEmpty();
        assertThat(shop.gateway
                        .sessionPaidBy(shop.payment(session))
                        .orElseThrow()
                        .id())
                .isEqualTo(session);
    }

    @Test
    void theBuyerMayAskForACharge() {
        boughtSaving();
        ChargeRequest request = request();
        shop.gateway.charge(request);
        String payment = paid(request);
        assertThat(shop.economy.checkout().confirm(ALICE, payment).status())
                .isEqualTo(Confirmation.Status.ALREADY_DONE);
    }

    private String boughtSaving() {
        String session = shop.economy.checkout().start(ALICE, "popular", SAVING).id();
        shop.sandbox.pay(session, SandboxShop.CARD);
        shop.settle();
        return session;
    }

    /** An order that its buyer left, paid with the saved card instead. */
    private ChargeRequest request() {
        SavedCard card = shop.gateway.savedCards(customer()).get(0);
        shop.pass(Duration.ofMinutes(1));
        shop.economy.checkout().start(ALICE, "popular");
        Order order = shop.economy.orders().list(OrderQuery.newest(1)).items().get(0);
        return new ChargeRequest(order, customer(), card.id(), PurchaseMetadata.of(order, shop.gateway.application()));
    }

    private String paid(ChargeRequest request) {
        return Objects.requireNonNull(order(request).refs().sessionId());
    }

    private Order order(ChargeRequest request) {
        return shop.settle().economy.orders().find(request.order().id()).orElseThrow();
    }

    private String customer() {
        List<Order> orders = shop.economy.orders().list(OrderQuery.newest(1)).items();
        return String.valueOf(orders.get(0).refs().customerId());
    }
}
