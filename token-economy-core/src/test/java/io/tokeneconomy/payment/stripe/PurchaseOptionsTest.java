package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.SandboxShop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.checkout.RefundResult;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import io.tokeneconomy.payment.sandbox.EmittedEvent;
import io.tokeneconomy.payment.sandbox.PayOptions;
import io.tokeneconomy.payment.sandbox.PayResult;
import io.tokeneconomy.payment.sandbox.SandboxException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 110 tokens for 9.99, bought with a discount, with taxes, or for nothing: asked, paid and told over HTTP. */
@StripeRule({35, 39, 60, 98})
class PurchaseOptionsTest {

    private static final PayOptions CARD = PayOptions.card("4242424242424242");
    private static final CheckoutOptions OPTIONS =
            CheckoutOptions.NONE.with(Feature.PROMOTION_CODES, Feature.AUTOMATIC_TAX);

    private SandboxShop shop = new SandboxShop(OPTIONS, builder -> builder);

    @AfterEach
    void close() {
        shop.close();
    }

    private void reopen(CheckoutOptions options, boolean creditFree) {
        shop.close();
        shop = new SandboxShop(options, builder -> builder.creditFree(creditFree));
    }

    /** Rows 39 and 98: tokens are the order's; what goes back is a share of what was charged, taxes included. */
    @ParameterizedTest
    @CsvSource({
        "50,   0,  499, 250,  55", // of the price it would be 27 tokens
        " 0, 200, 1199, 599,  56", // of the price it would be 65 tokens
        "50, 100,  599, 300,  55",
        "10,  90,  989,   1, 110",
        "10,  90,  989, 988,   1"
    })
    void allTokensComeAndGoBackInProportionToTheCharge(int percentOff, long tax, long charged, long refunded, long left)
            throws StripeException {
        String session = shop.begin();
        PayOptions paying = CARD.tax(tax);
        if (percentOff > 0) {
            shop.code("SALE", percentOff);
            paying = paying.promotionCode("sale");
        }
        shop.sandbox().pay(session, paying);
        assertThat(shop.balance()).isEqualTo(110);
        assertThat(session(session).getAmountSubtotal()).isEqualTo(999);
        assertThat(session(session).getAmountTotal()).isEqualTo(charged);

        shop.refund(session, refunded);
        assertThat(shop.balance()).isEqualTo(left);
        shop.refund(session, charged - refunded);
        assertThat(shop.balance()).isZero();
        assertThat(shop.newestOrder().reversal().taken()).isEqualTo(110);
    }

    @Test
    void ourOwnRefundOfADiscountedPurchaseGivesBackWhatWasCharged() throws StripeException {
        shop.code("HALF", 50);
        shop.sandbox().pay(shop.begin(), CARD.promotionCode("HALF"));

        assertThat(refund(RefundAmount.ofTokens(55), "half")
                        .orElseThrow()
                        .refund()
                        .amountMinor())
                .isEqualTo(250);
        assertThat(refund(RefundAmount.everything(), "rest")
                        .orElseThrow()
                        .refund()
                        .amountMinor())
                .isEqualTo(249);
        shop.awaitDeliveries();
        assertThat(shop.balance()).isZero();
    }

    private RefundResult refund(RefundAmount amount, String key) {
        return shop.economy().refunds().refund(shop.newestOrder().id(), amount, IdempotencyKey.of(key));
    }

    /** Row 35. */
    @Test
    void whatCostsNothingIsCreditedOnce() throws StripeException {
        shop.code("FREE", 100);
        String session = shop.begin();
        shop.sandbox().pay(session, CARD.promotionCode("FREE"));

        assertThat(session(session).getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(session(session).getPaymentIntent()).isNull();
        for (EmittedEvent event : shop.sandbox().events()) {
            shop.sandbox().redeliver(event.id());
        }
        assertThat(shop.balance()).isEqualTo(110);
        assertThat(shop.newestOrder().state()).isEqualTo(OrderState.PAID);
        assertThat(confirm(session)).isEqualTo(Confirmation.Status.ALREADY_DONE);
        assertThat(refund(RefundAmount.everything(), "free"))
                .isEqualTo(new RefundResult.Refused(RefundResult.Reason.NOTHING_PAID, 0));
    }

    /** Row 35. */
    @Test
    void whatCostsNothingIsParkedWhereThatIsNotWanted() throws StripeException {
        reopen(OPTIONS, false);
        shop.code("FREE", 100);
        shop.code("ALMOST", 90);
        String session = shop.begin();
        shop.sandbox().pay(session, CARD.promotionCode("FREE"));

        assertThat(shop.balance()).isZero();
        assertThat(shop.newestOrder().state()).isEqualTo(OrderState.PARKED);
        assertThat(confirm(session)).isEqualTo(Confirmation.Status.PARKED);
        assertThat(parked()).singleElement().satisfies(payment -> {
            assertThat(payment.sessionId()).isEqualTo(session);
            assertThat(payment.amountMinor()).isZero();
            assertThat(payment.reason()).contains("nothing was charged");
        });

        shop.sandbox().pay(shop.begin(), CARD.promotionCode("ALMOST"));
        assertThat(shop.balance()).isEqualTo(110);
        assertThat(parked()).hasSize(1);
    }

    @Test
    void withoutTheOptionNoCodeCanBeTyped() throws StripeException {
        reopen(CheckoutOptions.NONE, true);
        shop.code("FREE", 100);
        String session = shop.begin();

        assertThatThrownBy(() -> shop.sandbox().pay(session, CARD.promotionCode("FREE")))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("promotion codes");
        assertThat(confirm(session)).isEqualTo(Confirmation.Status.OPEN);
    }

    @Test
    void aWrongCodeBuysNothingAndTheBuyerCanGoOn() {
        String session = shop.begin();

        assertThat(shop.sandbox().pay(session, CARD.promotionCode("WRONG"))).isInstanceOf(PayResult.Declined.class);
        assertThat(shop.balance()).isZero();
        shop.sandbox().pay(session, CARD);
        assertThat(shop.balance()).isEqualTo(110);
    }

    @Test
    void everyOptionAtOnceSellsTheSame() throws StripeException {
        reopen(
                OPTIONS.with(Feature.values())
                        .withLocale("de")
                        .withSubmitType(SubmitType.PAY)
                        .withSubmitText("Danke"),
                false);
        String session = shop.begin();
        shop.sandbox().pay(session, CARD);

        assertThat(shop.balance()).isEqualTo(110);
        Session sold = session(session);
        assertThat(sold.getAllowPromotionCodes()).isTrue();
        assertThat(sold.getAutomaticTax().getEnabled()).isTrue();
        assertThat(sold.getInvoiceCreation().getEnabled()).isTrue();
        assertThat(sold.getBillingAddressCollection()).isEqualTo("required");
        assertThat(sold.getLocale()).isEqualTo("de");
        assertThat(sold.getSubmitType()).isEqualTo("pay");
    }

    private Session session(String id) throws StripeException {
        return shop.stripe().checkout().sessions().retrieve(id);
    }

    private Confirmation.Status confirm(String session) {
        return shop.economy().checkout().confirm(ALICE, session).status();
    }

    private List<ParkedPayment> parked() {
        return shop.economy().orders().parked(new ParkedQuery("", 10)).items();
    }
}
