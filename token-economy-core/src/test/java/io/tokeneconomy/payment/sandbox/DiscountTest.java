package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.LineItem;
import com.stripe.model.checkout.Session;
import com.stripe.param.CouponCreateParams;
import com.stripe.param.PromotionCodeCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountTest {

    private static final PayOptions GOOD = PayOptions.card("4242424242424242");

    private final SettableTime time = new SettableTime();
    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().time(time).start();
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String coupon(CouponCreateParams.Builder request) throws StripeException {
        return shop.stripe().v1().coupons().create(request.build()).getId();
    }

    private String percent(String percent) throws StripeException {
        return coupon(CouponCreateParams.builder().setPercentOff(new BigDecimal(percent)));
    }

    private String code(String coupon, String code, long uses) throws StripeException {
        return shop.stripe()
                .v1()
                .promotionCodes()
                .create(PromotionCodeCreateParams.builder()
                        .setPromotion(PromotionCodeCreateParams.Promotion.builder()
                                .setType(PromotionCodeCreateParams.Promotion.Type.COUPON)
                                .setCoupon(coupon)
                                .build())
                        .setCode(code)
                        .setMaxRedemptions(uses)
                        .build())
                .getId();
    }

    private Session open(SessionCreateParams.Builder request) throws StripeException {
        return shop.stripe().v1().checkout().sessions().create(request.build());
    }

    private static SessionCreateParams.Builder with(String coupon) {
        return Shop.request()
                .addDiscount(
                        SessionCreateParams.Discount.builder().setCoupon(coupon).build());
    }

    private static SessionCreateParams.Builder typing() {
        return Shop.request().setAllowPromotionCodes(true);
    }

    @ParameterizedTest
    @CsvSource({"25.5, 744", "50, 499", "100, 0", "0.01, 999", "33.33, 666"})
    void aPercentageComesOffTheWholeRoundedHalfUp(String percent, long total) throws StripeException {
        Session session = open(with(percent(percent)));

        assertThat(session.getAmountSubtotal()).isEqualTo(Shop.AMOUNT);
        assertThat(session.getAmountTotal()).isEqualTo(total);
        assertThat(session.getTotalDetails().getAmountDiscount()).isEqualTo(Shop.AMOUNT - total);
        assertThat(session.getDiscounts()).hasSize(1);
    }

    @Test
    void anAmountComesOffButNotMoreThanThePrice() throws StripeException {
        CouponCreateParams.Builder some =
                CouponCreateParams.builder().setAmountOff(400L).setCurrency("usd");
        assertThat(open(with(coupon(some))).getAmountTotal()).isEqualTo(599);
        CouponCreateParams.Builder much =
                CouponCreateParams.builder().setAmountOff(5_000L).setCurrency("usd");
        assertThat(open(with(coupon(much))).getAmountTotal()).isZero();
        CouponCreateParams.Builder other =
                CouponCreateParams.builder().setAmountOff(1L).setCurrency("eur");
        String euros = coupon(other);
        assertThatThrownBy(() -> open(with(euros))).hasMessageContaining("currency usd");
    }

    @Test
    void aDiscountIsSharedOutExactly() throws StripeException {
        String price = shop.price("popular").getId();
        SessionCreateParams.Builder request = with(percent("10"))
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build())
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setPrice(price)
                        .setQuantity(1L)
                        .build());
        Session session = open(request);
        List<LineItem> items = shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .lineItems()
                .list(session.getId())
                .getData();

        assertThat(items).extracting(LineItem::getAmountDiscount).containsExactly(100L, 100L, 100L);
        assertThat(items.stream().mapToLong(LineItem::getAmountTotal).sum()).isEqualTo(session.getAmountTotal());
        assertThat(session.getAmountTotal()).isEqualTo(2_697);
    }

    @Test
    void whatIsWhollyDiscountedNeedsNoPayment() throws StripeException {
        String coupon = percent("100");
        String id = open(with(coupon)).getId();
        sandbox.pay(id, GOOD);

        Session session = shop.read(id);
        assertThat(session.getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getAmountSubtotal()).isEqualTo(Shop.AMOUNT);
        assertThat(session.getAmountTotal()).isZero();
        assertThat(shop.stripe().v1().coupons().retrieve(coupon).getTimesRedeemed())
                .isEqualTo(1);
        assertThatThrownBy(() -> sandbox.refunds().make(id))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("has no payment");
    }

    @Test
    void aBuyerTypesACodeInAnyCaseAndAWrongOneIsRefused() throws StripeException {
        String code = code(percent("50"), "FRIENDS", 1);
        String id = open(typing()).getId();

        assertThat(sandbox.pay(id, GOOD.promotionCode("ENEMIES"))).isInstanceOf(PayResult.Declined.class);
        sandbox.pay(id, GOOD.promotionCode("friends"));

        Session session = shop.read(id);
        assertThat(session.getAmountTotal()).isEqualTo(499);
        assertThat(session.getDiscounts().get(0).getPromotionCode()).isEqualTo(code);
        assertThat(shop.stripe()
                        .v1()
                        .paymentIntents()
                        .retrieve(session.getPaymentIntent())
                        .getAmount())
                .isEqualTo(499);
        String second = open(typing()).getId();
        assertThat(sandbox.pay(second, GOOD.promotionCode("FRIENDS")))
                .as("used up")
                .isInstanceOf(PayResult.Declined.class);
        String none = shop.open().getId();
        assertThatThrownBy(() -> sandbox.pay(none, GOOD.promotionCode("FRIENDS")))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("does not allow");
    }

    @Test
    void aCouponEndsWhenItIsSaid() throws StripeException {
        String coupon = coupon(CouponCreateParams.builder()
                .setPercentOff(BigDecimal.TEN)
                .setRedeemBy(time.instant().getEpochSecond()));
        assertThat(open(with(coupon)).getAmountTotal()).isEqualTo(899);
        time.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> open(with(coupon))).hasMessageContaining("expired");
    }

    @Test
    void codesAndCouponsAreListed() throws StripeException {
        String coupon = percent("50");
        String code = code(coupon, "FRIENDS", 1);
        assertThat(shop.stripe().v1().coupons().list().getData())
                .extracting("id")
                .containsExactly(coupon);
        assertThat(shop.stripe().v1().promotionCodes().list().getData())
                .extracting("id")
                .containsExactly(code);
        assertThatThrownBy(() -> code(coupon, "friends", 1)).hasMessageContaining("already exists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "percent_off=10&amount_off=5&currency=usd",
                "percent_off=0",
                "percent_off=100.01",
                "percent_off=33.333",
                "percent_off=ten",
                "amount_off=5",
                "amount_off=0&currency=usd",
                "percent_off=10&duration=repeating",
                "percent_off=10&applies_to[products][0]=prod_x"
            })
    void couponsThatCannotBeAreRefused(String form) {
        assertThat(new RawHttp(sandbox).send("POST", "/v1/coupons", form).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSessionTakesOneDiscountOrLetsTheBuyerType() throws StripeException {
        String coupon = percent("50");
        assertThatThrownBy(() -> open(with(coupon).setAllowPromotionCodes(true)))
                .hasMessageContaining("only specify one");
        SessionCreateParams.Discount again =
                SessionCreateParams.Discount.builder().setCoupon(coupon).build();
        assertThatThrownBy(() -> open(with(coupon).addDiscount(again))).hasMessageContaining("one discount");
    }
}
