package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentPage;
import io.tokeneconomy.payment.sandbox.PayResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@StripeRule({56, 57, 85})
class EmbeddedCheckoutTest {

    @ParameterizedTest
    @EnumSource(Placement.class)
    void aPlaceToPayIsThereWhileItIsOpenAndSellsTheSame(Placement placement) {
        boolean hosted = placement == Placement.HOSTED;
        try (SandboxShop shop = new SandboxShop(CheckoutOptions.NONE.withPlacement(placement), builder -> builder)) {
            CheckoutSession begun = shop.economy().checkout().start(SandboxShop.ALICE, "popular");

            assertThat(begun.url().isPresent()).isEqualTo(hosted);
            assertThat(begun.clientSecret().isPresent()).isEqualTo(!hosted);
            assertThat(shop.read(begun.id()).page()).isEqualTo(begun.page());

            PayResult paid = shop.sandbox().pay(begun.id(), "4242424242424242");
            assertThat(paid)
                    .isInstanceOfSatisfying(
                            PayResult.Completed.class,
                            completed -> assertThat(completed.successUrl().toString())
                                    .endsWith("/tokens/success?session_id=" + begun.id()));
            assertThat(shop.balance()).isEqualTo(110);
            assertThat(shop.read(begun.id()).page()).isNull();
        }
    }

    @Test
    void theSecretIsNotShown() {
        PaymentPage page = new PaymentPage.Embedded("cs_test_1_secret_2");

        assertThat(page.toString()).doesNotContain("cs_test_1_secret_2");
    }
}
