package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Offers.APPLICATION;
import static io.tokeneconomy.payment.stripe.Offers.KEY;
import static io.tokeneconomy.payment.stripe.Offers.NAMES;
import static io.tokeneconomy.payment.stripe.Offers.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.payment.stripe.AccountState.PriceState;
import io.tokeneconomy.payment.stripe.AccountState.ProductState;
import io.tokeneconomy.payment.stripe.ProvisioningStep.ByHand;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Conflict;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreatePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateProduct;
import io.tokeneconomy.payment.stripe.ProvisioningStep.MoveLookupKey;
import io.tokeneconomy.payment.stripe.ProvisioningStep.RestorePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Subject;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Terms;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateProduct;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogPlannerTest {

    private static final Money PRICE = Money.of(999, "usd");
    private static final Terms ONCE = new Terms(PRICE, null);
    private static final Terms MONTHLY = new Terms(PRICE, Interval.MONTH);
    private static final TokenPackage POPULAR = Offers.popular(999);
    private static final ProductState RIGHT_PRODUCT = product("Popular", "Most popular", true);
    private static final Unchanged PRODUCT_KEPT = new Unchanged(Subject.PRODUCT, "popular", PRODUCT);

    private final Map<String, ProductState> products = new LinkedHashMap<>();
    private final Map<String, PriceState> holders = new LinkedHashMap<>();
    private final Map<String, PriceState> pinned = new LinkedHashMap<>();
    private final Map<String, List<PriceState>> others = new LinkedHashMap<>();

    private static ProductState product(String name, String description, boolean active) {
        return new ProductState(PRODUCT, name, description, active, NAMES.mark("popular"));
    }

    private static PriceState price(String id, long cents, String currency, boolean active) {
        return new PriceState(id, PRODUCT, currency, cents, true, null, active, NAMES.mark("popular"));
    }

    private List<ProvisioningStep> plan(TokenPackage offer) {
        AccountState state = new AccountState(products, holders, pinned, others, List.of());
        return new CatalogPlanner(NAMES, state).steps(Offers.only(offer));
    }

    private List<ProvisioningStep> plan(SubscriptionPlan plan) {
        AccountState state = new AccountState(products, holders, pinned, others, List.of());
        return new CatalogPlanner(NAMES, state)
                .steps(Catalog.builder().add(plan).build());
    }

    private void at(ProductState product, PriceState... prices) {
        products.put(PRODUCT, product);
        if (prices.length > 0) {
            holders.put(KEY, prices[0]);
        }
        others.put(PRODUCT, Arrays.asList(prices));
    }

    @Test
    void namesHoldPackageAndApplication() {
        assertThat(KEY).isEqualTo("shop.popular");
        assertThat(PRODUCT).matches("te_popular_[0-9a-f]{12}");
        assertThat(new ProvisioningNames("shop2").productId("popular")).isNotEqualTo(PRODUCT);
        String longest = new ProvisioningNames("a".repeat(64)).productId("p".repeat(64));
        assertThat(longest).hasSize(80).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void anEmptyAccountGetsProductAndPrice() {
        assertThat(plan(POPULAR))
                .containsExactly(
                        new CreateProduct("popular", PRODUCT, "Popular", "Most popular"),
                        new CreatePrice("popular", PRODUCT, ONCE, KEY, null));
    }

    @Test
    void whatIsRightStays() {
        at(RIGHT_PRODUCT, price("price_1", 999, "usd", true));

        assertThat(plan(POPULAR)).containsExactly(PRODUCT_KEPT, new Unchanged(Subject.PRICE, "popular", "price_1"));
    }

    @Test
    void eachDifferenceOfAProductIsNamed() {
        at(product("Pop", "", false), price("price_1", 999, "usd", true));

        assertThat(plan(POPULAR).get(0))
                .isEqualTo(new UpdateProduct(
                        "popular", PRODUCT, "Popular", "Most popular", List.of("name", "description", "active")));
    }

    @Test
    void aDescriptionThatLeftTheCatalogIsTakenAway() {
        at(RIGHT_PRODUCT, price("price_1", 999, "usd", true));

        assertThat(plan(Offers.offer("popular", "Popular", "", PRICE)).get(0))
                .isEqualTo(new UpdateProduct("popular", PRODUCT, "Popular", "", List.of("description")));
    }

    @Test
    @StripeRule({65, 66})
    void aChangedAmountIsANewPriceThatTakesTheKey() {
        at(RIGHT_PRODUCT, price("price_1", 899, "usd", true));

        assertThat(plan(POPULAR))
                .startsWith(PRODUCT_KEPT, new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"))
                .last()
                .isInstanceOfSatisfying(
                        ByHand.class, step -> assertThat(step.text()).contains("archive price_1"));
    }

    @Test
    void anotherCurrencyIsANewPrice() {
        at(RIGHT_PRODUCT, price("price_1", 999, "eur", true));

        assertThat(plan(POPULAR)).contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"));
    }

    @Test
    void aPriceWithTiersOrRecurringIsNotWhatTheCatalogSays() {
        at(RIGHT_PRODUCT, new PriceState("price_1", PRODUCT, "usd", 999L, false, null, true, NAMES.mark("popular")));
        assertThat(plan(POPULAR)).contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"));

        at(RIGHT_PRODUCT, new PriceState("price_1", PRODUCT, "usd", null, true, null, true, NAMES.mark("popular")));
        assertThat(plan(POPULAR)).contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"));
    }

    @Test
    void aPriceOfAnotherProductIsNotThisPackages() {
        at(RIGHT_PRODUCT, new PriceState("price_1", "prod_1", "usd", 999L, true, null, true, NAMES.mark("popular")));

        assertThat(plan(POPULAR)).contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"));
    }

    @Test
    @StripeRule(66)
    void anArchivedPriceIsRestored() {
        at(RIGHT_PRODUCT, price("price_1", 999, "usd", false));

        assertThat(plan(POPULAR)).containsExactly(PRODUCT_KEPT, new RestorePrice("popular", "price_1", ONCE));
    }

    @Test
    void aPriceThatWasThereBeforeGetsTheKeyBackTheActiveOneFirst() {
        at(
                RIGHT_PRODUCT,
                price("price_3", 899, "usd", false),
                price("price_2", 999, "usd", false),
                price("price_1", 999, "usd", true));

        assertThat(plan(POPULAR))
                .containsExactly(PRODUCT_KEPT, new MoveLookupKey("popular", "price_1", ONCE, KEY, "price_3"));
    }

    @Test
    void aPriceThatLostItsKeyGetsItBack() {
        at(RIGHT_PRODUCT);
        others.put(PRODUCT, List.of(price("price_1", 999, "usd", true)));

        assertThat(plan(POPULAR))
                .containsExactly(PRODUCT_KEPT, new MoveLookupKey("popular", "price_1", ONCE, KEY, null));
    }

    @Test
    void aPriceOfOurProductThatSomebodyElseMadeIsNotTaken() {
        at(RIGHT_PRODUCT);
        others.put(PRODUCT, List.of(new PriceState("price_1", PRODUCT, "usd", 999L, true, null, true, Map.of())));

        assertThat(plan(POPULAR)).contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"te_app=other,package_id=popular", "te_app=shop,package_id=pro", "package_id=popular", "a=b"})
    @StripeRule(66)
    void aForeignPriceWithOurKeyIsAConflict(String metadata) {
        at(RIGHT_PRODUCT, new PriceState("price_9", PRODUCT, "usd", 999L, true, null, true, map(metadata)));

        assertThat(plan(POPULAR))
                .last()
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.text())
                                .startsWith("! price popular: lookup key shop.popular belongs to price_9"));
    }

    @Test
    void aForeignProductWithOurIdIsAConflictAndItsPriceIsLeftAlone() {
        at(new ProductState(PRODUCT, "Popular", "", true, Map.of("te_app", APPLICATION)));

        assertThat(plan(POPULAR)).singleElement().isInstanceOf(Conflict.class);
    }

    @Test
    void aPriceOfTheUsersOwnIsComparedOnly() {
        TokenPackage own = POPULAR.withPriceId("price_own");
        pinned.put("price_own", new PriceState("price_own", "prod_1", "usd", 999L, true, null, true, Map.of()));
        assertThat(plan(own)).containsExactly(new Unchanged(Subject.PRICE, "popular", "price_own"));

        pinned.put("price_own", new PriceState("price_own", "prod_1", "usd", 999L, true, null, false, Map.of()));
        assertThat(plan(own)).singleElement().isInstanceOf(Conflict.class);

        pinned.put("price_own", new PriceState("price_own", "prod_1", "eur", 999L, true, null, true, Map.of()));
        assertThat(plan(own).get(0).text()).contains("says USD 9.99", "charges 999 minor units of eur once");

        pinned.clear();
        assertThat(plan(own).get(0).text()).contains("which Stripe does not know");
    }

    @Test
    void aPriceOfOursThatTheCatalogNamesIsManaged() {
        TokenPackage named = POPULAR.withPriceId("price_1");
        PriceState right = price("price_1", 999, "usd", true);
        at(RIGHT_PRODUCT, right);
        pinned.put("price_1", right);
        assertThat(plan(named)).containsExactly(PRODUCT_KEPT, new Unchanged(Subject.PRICE, "popular", "price_1"));

        PriceState old = price("price_1", 899, "usd", true);
        at(RIGHT_PRODUCT, old);
        pinned.put("price_1", old);
        assertThat(plan(named))
                .contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"))
                .last()
                .isInstanceOfSatisfying(
                        ByHand.class,
                        step -> assertThat(step.text())
                                .contains("still names price_1", "STRIPE_TOKEN_POPULAR_PRICE_ID"));
    }

    @Test
    void aPlanGetsAProductAndARecurringPrice() {
        List<ProvisioningStep> steps = plan(SubscriptionPlan.monthly("popular", "Popular", 500, PRICE));

        assertThat(steps)
                .containsExactly(
                        new CreateProduct("popular", PRODUCT, "Popular", ""),
                        new CreatePrice("popular", PRODUCT, MONTHLY, KEY, null));
        assertThat(steps.get(1).text()).isEqualTo("+ price popular: USD 9.99 a month, lookup key shop.popular");
    }

    @Test
    void aPriceForAnotherPeriodIsNotThePlans() {
        SubscriptionPlan monthly = SubscriptionPlan.monthly("popular", "Popular", 500, PRICE);
        ProductState product = product("Popular", "", true);
        at(product, recurring("price_1", Interval.MONTH));
        assertThat(plan(monthly)).containsExactly(PRODUCT_KEPT, new Unchanged(Subject.PRICE, "popular", "price_1"));

        at(product, recurring("price_1", Interval.YEAR));
        assertThat(plan(monthly)).contains(new CreatePrice("popular", PRODUCT, MONTHLY, KEY, "price_1"));
        at(product, price("price_1", 999, "usd", true));
        assertThat(plan(monthly)).contains(new CreatePrice("popular", PRODUCT, MONTHLY, KEY, "price_1"));
    }

    @Test
    void aRecurringPriceDoesNotSellAPackage() {
        at(RIGHT_PRODUCT, recurring("price_1", Interval.MONTH));

        assertThat(plan(POPULAR)).contains(new CreatePrice("popular", PRODUCT, ONCE, KEY, "price_1"));
    }

    @Test
    void aPlansPriceOfTheUsersOwnIsComparedOnly() {
        SubscriptionPlan own =
                SubscriptionPlan.yearly("popular", "Popular", 500, PRICE).withPriceId("price_own");
        pinned.put("price_own", recurring("price_own", Interval.YEAR, Map.of()));
        assertThat(plan(own)).containsExactly(new Unchanged(Subject.PRICE, "popular", "price_own"));

        pinned.put("price_own", recurring("price_own", Interval.MONTH, Map.of()));
        assertThat(plan(own).get(0).text())
                .contains("says USD 9.99 a year and names price_own, which charges 999 minor units of usd a month");
    }

    private static PriceState recurring(String id, Interval interval) {
        return recurring(id, interval, NAMES.mark("popular"));
    }

    private static PriceState recurring(String id, Interval interval, Map<String, String> metadata) {
        return new PriceState(id, PRODUCT, "usd", 999L, true, interval, true, metadata);
    }

    private static Map<String, String> map(String text) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            map.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return map;
    }
}
