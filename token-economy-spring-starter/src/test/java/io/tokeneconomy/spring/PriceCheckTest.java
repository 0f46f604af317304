package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeProvisioning;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the start says of prices that the catalog names and Stripe would not charge. */
@ExtendWith(OutputCaptureExtension.class)
class PriceCheckTest {

    private static final String POPULAR = "token-economy.catalog.price-ids.popular=";

    private final StripeSandbox sandbox = StripeSandbox.builder().start();
    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withBean(LedgerStore.class, Parts::store)
            .withPropertyValues(Parts.REQUIRED)
            .withPropertyValues("token-economy.catalog.check-prices=true");
    private final ApplicationContextRunner shop = bare.withBean(StripeSandbox.class, () -> sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aPriceThatStripeDoesNotKnowStopsTheStart() {
        shop.withPropertyValues(POPULAR + "price_123")
                .run(context -> assertThat(analysisOf(context).getDescription())
                        .isEqualTo("The property token-economy.catalog.check-prices found what cannot be sold."
                                + " popular: the catalog sells it by price_123, which Stripe does not know."));
    }

    @Test
    void aPriceThatChargesSomethingElseStopsTheStart() {
        shop.withPropertyValues(POPULAR + provisioned().get("starter"))
                .run(context -> assertThat(analysisOf(context).getDescription())
                        .contains("popular: the catalog says USD 9.99")
                        .contains("which charges 499 minor units of usd once"));
    }

    @Test
    void thePriceOfAPlanIsAskedForToo() {
        shop.withPropertyValues(
                        "token-economy.catalog.plans[0].id=studio",
                        "token-economy.catalog.plans[0].name=Studio",
                        "token-economy.catalog.plans[0].tokens=500",
                        "token-economy.catalog.plans[0].price=1900",
                        "token-economy.catalog.plans[0].currency=usd",
                        "token-economy.catalog.plans[0].price-id="
                                + provisioned().get("popular"))
                .run(context -> assertThat(analysisOf(context).getDescription()).contains("studio: the catalog says"));
    }

    @Test
    void aPriceThatSellsWhatTheCatalogSaysIsTaken() {
        shop.withPropertyValues(POPULAR + provisioned().get("popular"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(TokenEconomy.class));
    }

    @Test
    void aCatalogThatNamesNoPriceNeedsNoStripe() {
        bare.withPropertyValues("token-economy.stripe.api-base=http://127.0.0.1:1")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void whenStripeCannotBeAskedTheShopStartsAllTheSame(CapturedOutput output) {
        bare.withPropertyValues("token-economy.stripe.api-base=http://127.0.0.1:1", POPULAR + "price_123")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("Stripe could not be asked for the catalog's prices");
    }

    private Map<String, String> provisioned() {
        StripeProvisioning stripe = StripeProvisioning.builder()
                .secretKey(sandbox.apiKey())
                .apiBase(sandbox.apiBase())
                .build();
        return stripe.apply(stripe.plan(Catalog.standard())).priceIds();
    }

    private static FailureAnalysis analysisOf(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return Objects.requireNonNull(new PropertyFailureAnalyzer().analyze(context.getStartupFailure()));
    }
}
