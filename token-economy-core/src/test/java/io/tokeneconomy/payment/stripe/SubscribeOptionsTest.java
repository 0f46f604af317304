package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.SandboxShop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceCreateParams.Recurring.Interval;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.BuyerDetails;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CustomField;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.sandbox.PayOptions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a subscription's payment page offers, and which prices it refuses to sell by; against the sandbox. */
class SubscribeOptionsTest {

    private static final SubscriptionPlan BASIC = SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd"));

    private static SandboxShop shop(SubscriptionPlan plan) {
        return new SandboxShop(CheckoutOptions.NONE, builder -> builder.catalog(catalog(plan)));
    }

    private static Catalog catalog(SubscriptionPlan plan) {
        return Catalog.builder().add(plan).build();
    }

    @Test
    void aSubscriptionTakesTheOptionsOfACheckout() throws StripeException {
        try (SandboxShop shop = shop(BASIC)) {
            CheckoutOptions options = CheckoutOptions.NONE
                    .with(Feature.PROMOTION_CODES, Feature.AUTOMATIC_TAX, Feature.BILLING_ADDRESS)
                    .withLocale("de")
                    .withSubmitText("Every month anew.")
                    .withBuyer(BuyerDetails.NONE
                            .withEmail("alice@example.org")
                            .withFields(
                                    CustomField.text("order", "Purchase order").optional()));

            Session session = read(
                    shop,
                    shop.economy().checkout().subscribe(ALICE, "basic", options).id());

            assertThat(session.getMode()).isEqualTo("subscription");
            assertThat(session.getAllowPromotionCodes()).isTrue();
            assertThat(session.getAutomaticTax().getEnabled()).isTrue();
            assertThat(session.getBillingAddressCollection()).isEqualTo("required");
            assertThat(session.getLocale()).isEqualTo("de");
            assertThat(session.getCustomFields()).hasSize(1);
            assertThat(session.getCustomerObject().getEmail()).isEqualTo("alice@example.org");
        }
    }

    /** Stripe would refuse them beside a subscription. */
    @Test
    void whatOnlySinglePaymentsHaveIsLeftOut() throws StripeException {
        try (SandboxShop shop = shop(BASIC)) {
            CheckoutOptions options = CheckoutOptions.NONE
                    .with(Feature.INVOICE, Feature.SAVE_CARD)
                    .withSubmitType(SubmitType.PAY)
                    .withQuantities(2, 5)
                    .withPlacement(Placement.EMBEDDED)
                    .withBuyer(BuyerDetails.NONE.withReceiptTo("books@example.org"));

            CheckoutSession opened = shop.economy().checkout().subscribe(ALICE, "basic", options);

            assertThat(opened.clientSecret()).isPresent();
            Session session = read(shop, opened.id());
            assertThat(session.getSubmitType()).isNull();
            assertThat(session.getAmountSubtotal()).isEqualTo(999);
        }
    }

    @Test
    void aPromotionCodeLowersWhatAFirstPeriodCostsAndNotWhatItBrings() throws StripeException {
        try (SandboxShop shop = shop(BASIC)) {
            shop.code("HALF", 50);
            String session = shop.economy()
                    .checkout()
                    .subscribe(ALICE, "basic", CheckoutOptions.NONE.with(Feature.PROMOTION_CODES))
                    .id();

            shop.sandbox().pay(session, PayOptions.card("4242424242424242").promotionCode("HALF"));
            shop.awaitDeliveries();

            assertThat(read(shop, session).getAmountTotal()).isEqualTo(499);
            assertThat(shop.balance()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @CsvSource({"year, 1, charged each year", "month, 3, not charged plainly", "week, 1, not charged plainly"})
    @StripeRule(46)
    void aPriceThatRecursOtherwiseThanThePlanSellsNothing(String interval, long count, String says)
            throws StripeException {
        try (SandboxShop shop = shop(BASIC)) {
            String price = price(shop, interval, count);
            TokenEconomy economy = shop.selling(catalog(BASIC.withPriceId(price)));

            assertThatThrownBy(() -> economy.checkout().subscribe(ALICE, "basic"))
                    .isInstanceOfSatisfying(PaymentException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(Reason.REJECTED);
                        assertThat(refused)
                                .hasMessage("Plan basic is paid each month in the catalog, but " + price
                                        + " is " + says
                                        + (says.startsWith("not") ? " each month or year" : ""));
                    });
            assertThat(shop.newestOrder().state()).isEqualTo(OrderState.FAILED);
        }
    }

    @Test
    void aPriceThatRecursAsThePlanSaysSells() throws StripeException {
        try (SandboxShop shop = shop(BASIC)) {
            SubscriptionPlan plan = BASIC.withPriceId(price(shop, "month", 1));

            assertThat(shop.selling(catalog(plan))
                            .checkout()
                            .subscribe(ALICE, "basic")
                            .url())
                    .isPresent();
        }
    }

    private static String price(SandboxShop shop, String interval, long count) throws StripeException {
        return shop.stripe()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("usd")
                        .setUnitAmount(999L)
                        .setRecurring(PriceCreateParams.Recurring.builder()
                                .setInterval(Interval.valueOf(interval.toUpperCase(Locale.ROOT)))
                                .setIntervalCount(count)
                                .build())
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Basic")
                                .build())
                        .build())
                .getId();
    }

    private static Session read(SandboxShop shop, String id) throws StripeException {
        return shop.stripe()
                .checkout()
                .sessions()
                .retrieve(
                        id,
                        SessionRetrieveParams.builder().addExpand("customer").build());
    }
}
