package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcOptions;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.servlet.TokenEconomyFilterBuilder;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingsTest {

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withBean(LedgerStore.class, Parts::store);

    private final ApplicationContextRunner shop = bare.withPropertyValues(Parts.REQUIRED);

    @Test
    void theDefaultsAreTheBuilders() {
        shop.run(context -> {
            TokenEconomyProperties is = context.getBean(TokenEconomyProperties.class);
            assertThat(is.background().sweepEvery()).isEqualTo(TokenEconomyBuilder.SWEEP_EVERY);
            assertThat(is.background().dispatchEvery()).isEqualTo(TokenEconomyBuilder.DISPATCH_EVERY);
            assertThat(is.background().reconcileEvery()).isZero();
            assertThat(is.background().topUpEvery()).isZero();
            assertThat(is.checkout().lifetime()).isEqualTo(CheckoutSettings.MAX_LIFETIME);
            assertThat(is.policy().clawback()).isEqualTo(ClawbackPolicy.DEBT);
            assertThat(is.policy().creditFree()).isTrue();
            assertThat(is.web().maxWebhookBytes()).isEqualTo(TokenEconomyFilterBuilder.MAX_WEBHOOK_BYTES);
            assertThat(is.web().maxJsonBytes()).isEqualTo(TokenEconomyFilterBuilder.MAX_JSON_BYTES);
            assertThat(is.web().webhookOrder()).isEqualTo(TokenEconomyWebAutoConfiguration.WEBHOOK_ORDER);
            JdbcOptions jdbc = JdbcSettings.options(is.store(), true);
            assertThat(jdbc).isEqualTo(JdbcOptions.DEFAULT);
            assertThat(context.getBean(TokenEconomy.class).settings())
                    .isEqualTo(CheckoutSettings.at(Objects.requireNonNull(is.baseUrl())));
        });
    }

    @Test
    void theCheckoutIsSet() {
        shop.withPropertyValues(
                        "token-economy.checkout.success-path=/thanks",
                        "token-economy.checkout.cancel-path=/back",
                        "token-economy.checkout.lifetime=1h",
                        "token-economy.checkout.features=promotion-codes,automatic-tax",
                        "token-economy.checkout.locale=de",
                        "token-economy.checkout.submit-type=book",
                        "token-economy.checkout.submit-text=Danke",
                        "token-economy.checkout.min-quantity=2",
                        "token-economy.checkout.max-quantity=9")
                .run(context -> {
                    CheckoutSettings is = context.getBean(TokenEconomy.class).settings();
                    assertThat(is.successPath()).isEqualTo("/thanks");
                    assertThat(is.cancelPath()).isEqualTo("/back");
                    assertThat(is.lifetime()).isEqualTo(Duration.ofHours(1));
                    assertThat(is.options())
                            .isEqualTo(CheckoutOptions.NONE
                                    .with(Feature.PROMOTION_CODES, Feature.AUTOMATIC_TAX)
                                    .withLocale("de")
                                    .withSubmitType(CheckoutOptions.SubmitType.BOOK)
                                    .withSubmitText("Danke")
                                    .withQuantities(2, 9));
                });
    }

    @Test
    void pricesAreSet() {
        shop.withPropertyValues("token-economy.prices.image=5")
                .run(context -> assertThat(context.getBean(TokenEconomy.class)
                                .prices()
                                .list()
                                .operations())
                        .containsExactly("image"));
    }

    @Test
    void priceIdsAreSetOnTheStandardCatalog() {
        shop.withPropertyValues("token-economy.catalog.price-ids.popular=price_123")
                .run(context -> assertThat(context.getBean(Catalog.class)
                                .find("popular")
                                .orElseThrow()
                                .priceId())
                        .contains("price_123"));
    }

    @ParameterizedTest
    @CsvSource({
        "catalog.price-ids.populer, price_123, names populer",
        "catalog.price-ids.popular, prod_123, prod_123",
        "prices.image, free, free",
        "checkout.success-path, thanks, thanks",
        "checkout.lifetime, 5m, PT5M",
        "checkout.locale, xx, xx",
        "policy.low-balance-at, -1, -1",
        "background.sweep-every, 1ms, PT0.001S",
        "background.dispatch-every, 2h, PT2H",
        "background.reconcile-every, 1s, PT1S",
        "background.top-up-every, 1ms, PT0.001S",
        "checkout.max-quantity, 0, 0",
        "catalog.plans[0].currency, dollar, dollar",
        "stripe.application, not so, not so",
        "stripe.connect-timeout, 2m, PT2M",
        "stripe.read-timeout, 2m, PT2M",
        "stripe.max-network-retries, 9, 9",
        "stripe.signature-tolerance, 2h, PT2H"
    })
    void whatIsRefusedNamesItsProperty(String name, String value, String shown) {
        shop.withPropertyValues("token-economy." + name + "=" + value).run(context -> {
            assertThat(context).hasFailed();
            String property = name.replaceFirst("^(catalog.price-ids|catalog.plans|prices|checkout)[.\\[].*", "$1");
            assertThat(new PropertyFailureAnalyzer()
                            .analyze(context.getStartupFailure())
                            .getDescription())
                    .startsWith("The property token-economy." + property + " ")
                    .contains(shown);
        });
    }

    @Test
    void aPlaceholderWithoutAValueIsTold() {
        bare.withPropertyValues(
                        "token-economy.base-url=https://shop.example",
                        "token-economy.stripe.secret-key=${NO_SUCH_STRIPE_KEY}",
                        "token-economy.stripe.webhook-secrets=" + Parts.WEBHOOK_SECRET)
                .run(context -> assertThat(new PropertyFailureAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .isEqualTo("The property token-economy.stripe.secret-key holds the placeholder"
                                + " ${NO_SUCH_STRIPE_KEY}, for which there is no value."));
    }

    @Test
    void theSandboxNeedsNoKey() {
        sandbox()
                .run(context ->
                        assertThat(context).hasSingleBean(StripeSandbox.class).hasSingleBean(StripeGateway.class));
    }

    @Test
    void paymentsOfTheApplicationsOwnTakeTheSandboxesPlace() {
        sandbox()
                .withBean("own", PaymentGateway.class, () -> Parts.gateway(PaymentMode.TEST))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(StripeSandbox.class)
                        .getBean(PaymentGateway.class)
                        .isSameAs(context.getBean("own")));
    }

    @Test
    void theSandboxAndALiveKeyAreRefused() {
        sandbox()
                .withPropertyValues("token-economy.stripe.secret-key=sk_live_parts")
                .run(context -> assertThat(new PropertyFailureAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .startsWith("The property token-economy.sandbox.enabled is true beside a live key"));
    }

    @Test
    void theEconomyLetsGoOfWhatItHasUnderWayAtTheEnd() {
        TokenEconomy[] economy = new TokenEconomy[1];
        shop.run(context -> economy[0] = context.getBean(TokenEconomy.class));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> economy[0].ledger().grant(AccountId.of("alice"), 1, IdempotencyKey.of("late"))))
                .hasMessageContaining("closed");
    }

    private ApplicationContextRunner sandbox() {
        return bare.withPropertyValues(
                "token-economy.base-url=http://localhost:8080", "token-economy.sandbox.enabled=true");
    }
}
