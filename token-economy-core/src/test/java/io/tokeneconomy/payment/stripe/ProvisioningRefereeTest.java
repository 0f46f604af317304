package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.payment.stripe.Toll.Verdict;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Shows every request of a provisioned account's life to an independent judge: STRIPE_REFEREE. */
@EnabledIfEnvironmentVariable(named = "STRIPE_REFEREE", matches = "http.+", disabledReason = "no referee is running")
class ProvisioningRefereeTest {

    private ProvisionedAccount account;
    private Toll toll;

    @BeforeEach
    void start() {
        account = new ProvisionedAccount();
        toll = new Toll(account.apiBase(), (method, path, post) -> Verdict.PASS)
                .shownTo(URI.create(System.getenv("STRIPE_REFEREE")));
    }

    @AfterEach
    void stop() {
        toll.close();
        account.close();
    }

    private void provision(Catalog catalog) {
        StripeProvisioning stripe = account.builder(toll.base()).build();
        stripe.apply(stripe.plan(catalog));
    }

    @Test
    void everyRequestIsAccepted() throws Exception {
        TokenPackage longest = Offers.offer("p".repeat(64), "ü&=[x]".repeat(16), "¥".repeat(500), Money.of(500, "jpy"));
        provision(Catalog.of(Offers.popular(999), longest));
        provision(Catalog.of(Offers.popular(1_099), longest));
        String first = account.prices().stream()
                .filter(price -> price.getUnitAmount() == 999)
                .findFirst()
                .orElseThrow()
                .getId();
        provision(Catalog.of(Offers.offer("popular", "Other", "", Money.of(999, "usd")), longest));
        account.stripe()
                .prices()
                .update(first, PriceUpdateParams.builder().setActive(false).build());
        account.stripe()
                .webhookEndpoints()
                .update(
                        account.endpoints().get(0).getId(),
                        WebhookEndpointUpdateParams.builder()
                                .addEnabledEvent(WebhookEndpointUpdateParams.EnabledEvent.INVOICE__PAID)
                                .build());
        provision(Catalog.of(Offers.popular(999).withPriceId(first), longest));

        assertThat(toll.passed())
                .contains(
                        "POST /v1/products",
                        "POST /v1/products/" + Offers.PRODUCT,
                        "POST /v1/prices",
                        "POST /v1/prices/" + first,
                        "POST /v1/webhook_endpoints");
        // some of the judge's books lack two of the addresses; that is not for him to decide, then
        assertThat(toll.refused()).allMatch(verdict -> verdict.contains("Unrecognized request URL"));
        assertThat(toll.refused())
                .allMatch(verdict -> verdict.contains("(POST: /v1/products/te_")
                        || verdict.contains("(GET: /v1/webhook_endpoints/we_"));
    }

    @Test
    void everyRequestForAPlanIsAccepted() throws Exception {
        provision(Offers.with(Offers.popular(999), Offers.basic(999)));
        String first = account.holder("shop.basic").getId();
        provision(Offers.with(Offers.popular(999), Offers.basic(1_099)));
        provision(Offers.with(Offers.popular(999), Offers.basic(999)));

        assertThat(toll.passed()).contains("POST /v1/prices", "POST /v1/prices/" + first);
        assertThat(toll.refused()).allMatch(verdict -> verdict.contains("(GET: /v1/webhook_endpoints/we_"));
    }

    @Test
    void aFaultIsFound() {
        StripeClient stripe = StripeClient.builder()
                .setApiKey("sk_test_sandbox")
                .setApiBase(toll.base().toString())
                .build();

        assertThatThrownBy(() -> stripe.v1()
                        .products()
                        .create(ProductCreateParams.builder()
                                .setName("Popular")
                                .putExtraParam("packageId", "popular")
                                .build()))
                .hasMessageContaining("packageId");
        assertThat(toll.refused()).singleElement().asString().contains("packageId");
    }
}
