package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Offers.KEY;
import static io.tokeneconomy.payment.stripe.Offers.NAMES;
import static io.tokeneconomy.payment.stripe.Offers.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.ProductUpdateParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.TestLog;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 65 and 66 (lookup keys), 4 and section 8 (the endpoint), 85 (secrets), against the sandbox. */
class StripeProvisioningTest {

    private static final Catalog STANDARD = Catalog.standard();
    private static final Catalog AT_999 = Offers.only(Offers.popular(999));
    private static final Catalog AT_1099 = Offers.only(Offers.popular(1_099));

    private ProvisionedAccount account;
    private StripeProvisioning stripe;

    @BeforeEach
    void start() {
        account = new ProvisionedAccount();
        stripe = account.provisioning();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private Provisioned provision(Catalog catalog) {
        Provisioned done = stripe.apply(stripe.plan(catalog));
        assertThat(stripe.plan(catalog).isEmpty()).as("nothing is left to do").isTrue();
        return done;
    }

    /** Provisions for that catalog, and tells the price of popular. */
    private String priceFor(Catalog catalog) {
        return Objects.requireNonNull(provision(catalog).priceIds().get("popular"));
    }

    @Test
    void anEmptyAccountGetsEverything() throws StripeException {
        Provisioned done = provision(STANDARD);

        assertThat(account.products())
                .extracting(Product::getName)
                .containsExactlyInAnyOrder("Starter", "Popular", "Pro", "Creator");
        assertThat(account.prices())
                .allMatch(Price::getActive)
                .extracting(Price::getLookupKey, Price::getUnitAmount)
                .containsExactlyInAnyOrder(
                        tuple("shop.starter", 499L),
                        tuple("shop.popular", 999L),
                        tuple("shop.pro", 1_999L),
                        tuple("shop.creator", 4_999L));
        assertThat(done.priceIds()).containsOnlyKeys("starter", "popular", "pro", "creator");
        assertThat(done.priceIds()).containsEntry("popular", account.holder(KEY).getId());
        Product popular = account.stripe().products().retrieve(PRODUCT);
        assertThat(popular.getDescription()).isEqualTo("Most popular (10% bonus)");
        assertThat(popular.getMetadata()).isEqualTo(Map.of("te_app", "shop", "package_id", "popular"));
    }

    @Test
    @StripeRule({1, 91})
    void theEndpointHearsTheDocumentedEventsInThePinnedVersion() throws StripeException {
        Provisioned done = provision(AT_999);

        WebhookEndpoint endpoint = account.endpoints().get(0);
        assertThat(endpoint.getUrl()).isEqualTo("http://localhost:8080/api/stripe/webhook");
        assertThat(endpoint.getApiVersion()).isEqualTo("2026-07-29.dahlia");
        assertThat(endpoint.getEnabledEvents()).isEqualTo(StripeProvisioning.EVENTS);
        assertThat(endpoint.getMetadata()).isEqualTo(Map.of("te_app", "shop"));
        assertThat(done.webhookSecret()).get().asString().startsWith("whsec_");
        assertThat(done.toString()).contains("hidden").doesNotContain("whsec_");
    }

    @Test
    void theSecondRunChangesNothing() throws StripeException {
        Provisioned first = provision(STANDARD);

        ProvisioningPlan second = stripe.plan(STANDARD);
        assertThat(second.steps()).hasSize(9).allMatch(Unchanged.class::isInstance);
        Provisioned again = stripe.apply(second);

        assertThat(again.priceIds()).isEqualTo(first.priceIds());
        assertThat(again.webhookSecret()).isEmpty();
        assertThat(account.prices()).hasSize(4);
        assertThat(account.endpoints()).hasSize(1);
    }

    @Test
    void aPlanChangesNothing() throws StripeException {
        assertThat(stripe.plan(STANDARD).changes()).hasSize(9);

        assertThat(account.products()).isEmpty();
        assertThat(account.prices()).isEmpty();
        assertThat(account.endpoints()).isEmpty();
    }

    @Test
    @StripeRule(65)
    void aChangedPriceTakesTheLookupKeyAndTheOldOneSellsOn() throws StripeException {
        String old = priceFor(AT_999);

        String now = priceFor(AT_1099);

        assertThat(now).isNotEqualTo(old);
        assertThat(account.holder(KEY).getId()).isEqualTo(now);
        Price former = account.stripe().prices().retrieve(old);
        assertThat(former.getLookupKey()).isNull();
        assertThat(former.getActive()).isTrue();
        assertThat(former.getUnitAmount()).isEqualTo(999);
    }

    @Test
    void aPriceThatGoesAndComesBackIsTheSamePrice() throws StripeException {
        String first = priceFor(AT_999);
        String second = priceFor(AT_1099);
        archive(first);

        assertThat(provision(AT_999).priceIds()).containsEntry("popular", first);
        assertThat(account.stripe().prices().retrieve(first).getActive()).isTrue();
        assertThat(provision(AT_1099).priceIds()).containsEntry("popular", second);
        assertThat(account.prices()).hasSize(2);
    }

    @Test
    void anArchivedPriceIsRestoredAndAnotherCurrencyIsAnotherPrice() throws StripeException {
        String first = priceFor(AT_999);
        archive(first);
        assertThat(provision(AT_999).priceIds()).containsEntry("popular", first);

        Catalog inYen = Offers.only(Offers.offer("popular", "Popular", "Most popular", Money.of(999, "jpy")));
        assertThat(priceFor(inYen)).isNotEqualTo(first);
        assertThat(account.holder(KEY).getCurrency()).isEqualTo("jpy");
    }

    private void archive(String priceId) throws StripeException {
        account.stripe()
                .prices()
                .update(priceId, PriceUpdateParams.builder().setActive(false).build());
    }

    @Test
    void aProductFollowsTheCatalog() throws StripeException {
        provision(AT_999);
        account.stripe()
                .products()
                .update(PRODUCT, ProductUpdateParams.builder().setActive(false).build());

        provision(Offers.only(Offers.offer("popular", "Beloved", "", Money.of(999, "usd"))));

        Product product = account.stripe().products().retrieve(PRODUCT);
        assertThat(product.getName()).isEqualTo("Beloved");
        assertThat(product.getDescription()).isNull();
        assertThat(product.getActive()).isTrue();
        assertThat(product.getMetadata()).isEqualTo(NAMES.mark("popular"));
        assertThat(account.prices()).hasSize(1);
    }

    @Test
    @StripeRule(66)
    void aForeignPriceKeepsItsLookupKeyAndNothingIsApplied() throws StripeException {
        Price foreign = account.stripe()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("usd")
                        .setUnitAmount(999L)
                        .setLookupKey(KEY)
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Theirs")
                                .build())
                        .build());
        ProvisioningPlan plan = stripe.plan(STANDARD);

        assertThat(plan.conflicts()).hasSize(1);
        assertThat(plan.isEmpty()).isFalse();
        assertThatThrownBy(() -> stripe.apply(plan))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("without conflicts");
        assertThat(account.holder(KEY)).isEqualTo(foreign);
        assertThat(account.prices()).hasSize(1);
    }

    @Test
    void twoApplicationsOfOneAccountDoNotMeet() throws StripeException {
        provision(AT_999);
        StripeProvisioning other =
                account.builder(account.apiBase()).application("other").build();

        other.apply(other.plan(AT_1099));

        assertThat(stripe.plan(AT_999).isEmpty()).isTrue();
        assertThat(other.plan(AT_1099).isEmpty()).isTrue();
        assertThat(account.products()).hasSize(2);
        assertThat(account.endpoints()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, Catalog.MAX_PACKAGES})
    @StripeRule(66)
    void asManyPackagesAsACatalogHasAreFoundAgain(int packages) throws StripeException {
        provision(Offers.many(packages, 500));
        assertThat(account.products()).hasSize(packages);

        ProvisioningPlan dearer = stripe.plan(Offers.many(packages, 1_500));
        assertThat(dearer.changes()).hasSize(packages);
    }

    @Test
    void whatAnEndpointHearsBeyondOursStays() throws StripeException {
        provision(AT_999);
        String id = account.endpoints().get(0).getId();
        account.stripe()
                .webhookEndpoints()
                .update(
                        id,
                        WebhookEndpointUpdateParams.builder()
                                .putExtraParam("enabled_events", List.of("newer.than_the_library", "refund.created"))
                                .setDisabled(true)
                                .build());

        assertThat(provision(AT_999).webhookSecret()).isEmpty();

        WebhookEndpoint endpoint = account.endpoints().get(0);
        assertThat(endpoint.getId()).isEqualTo(id);
        assertThat(endpoint.getStatus()).isEqualTo("enabled");
        assertThat(endpoint.getEnabledEvents())
                .contains("newer.than_the_library")
                .containsAll(StripeProvisioning.EVENTS)
                .doesNotHaveDuplicates();
    }

    @Test
    void aShopSellsByWhatWasProvisioned() {
        Map<String, String> ids = provision(STANDARD).priceIds();

        Catalog priced = stripe.priced(STANDARD);

        assertThat(priced.packages())
                .allSatisfy(offer -> assertThat(offer.priceId()).contains(ids.get(offer.id())));
        Catalog own = Offers.only(Offers.popular(1).withPriceId("price_own"));
        assertThat(stripe.priced(own)).isEqualTo(own);
    }

    @Test
    @StripeRule(65)
    void aShopHearsOfAPriceThatIsNotThereOrNotThatAndSellsWithoutIt() throws StripeException, IOException {
        TestLog log = new TestLog();
        assertThat(stripe.priced(AT_999)).isEqualTo(AT_999);
        String id = priceFor(AT_999);
        assertThat(stripe.priced(AT_1099)).isEqualTo(AT_1099);
        archive(id);
        assertThat(stripe.priced(AT_999)).isEqualTo(AT_999);

        String other =
                id + ", which does not sell it at that: it is sold at the catalog's price, without a price at Stripe,";
        assertThat(log.messages())
                .filteredOn(message -> message.startsWith("❌ package popular"))
                .satisfiesExactly(
                        message -> assertThat(message).contains("USD 9.99, but lookup key shop.popular has no price:"),
                        message -> assertThat(message).contains("USD 10.99, but lookup key shop.popular has " + other),
                        message -> assertThat(message).contains("USD 9.99, but lookup key shop.popular has " + other));
    }

    @Test
    void aLiveKeyChangesNothingUnlessItIsAllowedTo() {
        ProvisioningPlan live = new ProvisioningPlan(PaymentMode.LIVE, "shop", List.of());
        StripeProvisioningBuilder builder =
                StripeProvisioning.builder().secretKey("sk_live_1").application("shop");

        assertThatThrownBy(() -> builder.build().apply(live))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("live");
        assertThat(builder.live(true).build().apply(live).priceIds()).isEmpty();
    }

    @Test
    void aPlanForSomethingElseIsRefused() {
        List<ProvisioningPlan> others = List.of(
                new ProvisioningPlan(PaymentMode.LIVE, "shop", List.of()),
                new ProvisioningPlan(PaymentMode.TEST, "other", List.of()));

        assertThat(others)
                .allSatisfy(plan -> assertThatThrownBy(() -> stripe.apply(plan))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("plan is ProvisioningPlan"));
    }

    @Test
    void wrongSettingsAreRefusedWhereTheyAreSet() {
        StripeProvisioningBuilder builder = StripeProvisioning.builder();
        assertThatThrownBy(() -> builder.secretKey("pk_test_1")).hasMessageContaining("secretKey");
        assertThatThrownBy(() -> builder.application("a.b")).hasMessageContaining("application");
        assertThatThrownBy(() -> builder.alsoHear("no.such_event")).hasMessageContaining("no.such_event");
        for (String url : List.of("ftp://a", "/hook", "https:a", "https://u:p@shop.example", "https://a/#b")) {
            assertThatThrownBy(() -> builder.webhookUrl(URI.create(url)))
                    .hasMessageContaining("webhookUrl")
                    .hasMessageNotContaining("u:p");
        }
        assertThatThrownBy(builder::build).hasMessageContaining("secretKey");
        builder.secretKey("sk_live_1").baseUrl(URI.create("http://shop.example"));
        assertThatThrownBy(builder::build).hasMessageContaining("https");
        assertThatThrownBy(builder.baseUrl(URI.create("https://shop.example")).apiBase(account.apiBase())::build)
                .hasMessageContaining("apiBase");
        assertThat(builder.toString() + stripe).doesNotContain("sk_");
    }
}
