package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.LineItem;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem.AdjustableQuantity;
import io.tokeneconomy.error.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayOptionsTest {

    private static final PayOptions GOOD = PayOptions.card("4242424242424242");

    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder()
                .emit("payment_intent.amount_capturable_updated")
                .emit("payment_intent.canceled")
                .emit("payment_intent.succeeded")
                .emit("charge.captured")
                .start();
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Session create(SessionCreateParams.Builder request) throws StripeException {
        return shop.stripe().v1().checkout().sessions().create(request.build());
    }

    private static SessionCreateParams.LineItem adjustable(String price, long minimum, long maximum) {
        return SessionCreateParams.LineItem.builder()
                .setPrice(price)
                .setQuantity(2L)
                .setAdjustableQuantity(AdjustableQuantity.builder()
                        .setEnabled(true)
                        .setMinimum(minimum)
                        .setMaximum(maximum)
                        .build())
                .build();
    }

    private List<LineItem> items(String session) throws StripeException {
        return shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .lineItems()
                .list(session)
                .getData();
    }

    private PaymentIntent intent(String session) throws StripeException {
        return shop.stripe().v1().paymentIntents().retrieve(shop.read(session).getPaymentIntent());
    }

    @Test
    void theBuyerChangesAnAdjustableQuantityWithinItsBounds() throws StripeException {
        String price = shop.price("popular").getId();
        String id = create(Shop.request().addLineItem(adjustable(price, 1, 5))).getId();
        assertThat(shop.read(id).getAmountTotal()).isEqualTo(3 * Shop.AMOUNT);

        assertThatThrownBy(() -> sandbox.pay(id, GOOD.quantity(1, 6))).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.pay(id, GOOD.quantity(1, 0))).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.pay(id, GOOD.quantity(0, 2)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("not adjustable");
        assertThatThrownBy(() -> sandbox.pay(id, GOOD.quantity(2, 2))).isInstanceOf(SandboxException.class);
        sandbox.pay(id, GOOD.quantity(1, 5));

        assertThat(shop.read(id).getAmountTotal()).isEqualTo(6 * Shop.AMOUNT);
        assertThat(intent(id).getAmountReceived()).isEqualTo(6 * Shop.AMOUNT);
        assertThat(items(id)).extracting(LineItem::getQuantity).containsExactly(1L, 5L);
    }

    @Test
    void anItemWithQuantityZeroLeavesTheBasketButNotTheLastOne() throws StripeException {
        String price = shop.price("popular").getId();
        String id = create(Shop.request().addLineItem(adjustable(price, 0, 5))).getId();
        sandbox.pay(id, GOOD.quantity(1, 0));
        assertThat(items(id)).hasSize(1);
        assertThat(shop.read(id).getAmountTotal()).isEqualTo(Shop.AMOUNT);

        SessionCreateParams.Builder only = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl(Shop.SUCCESS)
                .addLineItem(adjustable(price, 0, 5));
        String other = create(only).getId();
        assertThatThrownBy(() -> sandbox.pay(other, GOOD.quantity(0, 0)))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("empty");
        assertThat(shop.read(other).getStatus()).isEqualTo("open");
    }

    @Test
    void taxComesOnTopAndIsRefundedWithTheRest() throws StripeException {
        String id = create(Shop.request()
                        .addLineItem(adjustable(shop.price("popular").getId(), 1, 5))
                        .setAutomaticTax(SessionCreateParams.AutomaticTax.builder()
                                .setEnabled(true)
                                .build()))
                .getId();
        sandbox.pay(id, GOOD.tax(200));

        Session session = shop.read(id);
        assertThat(session.getAmountSubtotal()).isEqualTo(3 * Shop.AMOUNT);
        assertThat(session.getAmountTotal()).isEqualTo(3 * Shop.AMOUNT + 200);
        assertThat(session.getTotalDetails().getAmountTax()).isEqualTo(200);
        assertThat(session.getAutomaticTax().getStatus()).isEqualTo("complete");
        assertThat(items(id)).extracting(LineItem::getAmountTax).containsExactly(66L, 134L);
        assertThat(intent(id).getAmount()).isEqualTo(3 * Shop.AMOUNT + 200);
        String refund = sandbox.refunds().make(id);
        assertThat(shop.stripe().v1().refunds().retrieve(refund).getAmount()).isEqualTo(3 * Shop.AMOUNT + 200);
    }

    @Test
    void whatTheBuyerSeesInAnotherCurrencyLeavesTheSessionsOwn() throws StripeException {
        String id = shop.open().getId();
        sandbox.pay(id, GOOD.presentedIn("JPY", 1_634));

        Session session = shop.read(id);
        assertThat(session.getCurrency()).isEqualTo("usd");
        assertThat(session.getAmountTotal()).isEqualTo(Shop.AMOUNT);
        assertThat(session.getPresentmentDetails().getPresentmentCurrency()).isEqualTo("jpy");
        assertThat(session.getPresentmentDetails().getPresentmentAmount()).isEqualTo(1_634);
        assertThat(intent(id).getPresentmentDetails().getPresentmentAmount()).isEqualTo(1_634);
    }

    @Test
    void reservedMoneyLooksPaidOnTheSessionUntilItIsTaken() throws StripeException {
        String id = shop.open().getId();
        sandbox.pay(id, GOOD.uncaptured());

        assertThat(shop.read(id).getPaymentStatus()).isEqualTo("paid");
        assertThat(intent(id).getStatus()).isEqualTo("requires_capture");
        assertThat(intent(id).getAmountReceived()).isZero();
        assertThat(intent(id).getAmountCapturable()).isEqualTo(Shop.AMOUNT);
        assertThatThrownBy(() -> sandbox.refunds().make(id)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.disputes().chargeback(id)).isInstanceOf(SandboxException.class);

        sandbox.capture(id);

        assertThat(intent(id).getStatus()).isEqualTo("succeeded");
        assertThat(intent(id).getAmountReceived()).isEqualTo(Shop.AMOUNT);
        Charge charge = shop.stripe().v1().charges().retrieve(intent(id).getLatestCharge());
        assertThat(charge.getCaptured()).isTrue();
        assertThat(charge.getAmountCaptured()).isEqualTo(Shop.AMOUNT);
        assertThat(sandbox.events())
                .extracting(EmittedEvent::type)
                .containsExactly(
                        "payment_intent.amount_capturable_updated",
                        "checkout.session.completed",
                        "charge.captured",
                        "payment_intent.succeeded");
        assertThatThrownBy(() -> sandbox.capture(id)).isInstanceOf(SandboxException.class);
        assertThatThrownBy(() -> sandbox.release(id)).isInstanceOf(SandboxException.class);
    }

    @Test
    void reservedMoneyCanBeGivenUp() throws StripeException {
        String id = shop.open().getId();
        sandbox.pay(id, GOOD.uncaptured());

        sandbox.release(id);

        assertThat(intent(id).getStatus()).isEqualTo("canceled");
        assertThat(intent(id).getAmountCapturable()).isZero();
        assertThat(sandbox.events()).extracting(EmittedEvent::type).endsWith("payment_intent.canceled");
        assertThatThrownBy(() -> sandbox.capture(id)).isInstanceOf(SandboxException.class);
    }

    @Test
    void valuesOutsideAreRefusedAtOnce() {
        assertThatThrownBy(() -> GOOD.quantity(-1, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GOOD.quantity(100, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GOOD.quantity(0, -1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GOOD.quantity(0, 1_000_000)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GOOD.tax(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GOOD.tax(100_000_000)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> GOOD.presentedIn("jpy", 0)).isInstanceOf(InvalidValueException.class);
    }
}
