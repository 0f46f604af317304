package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recurring prices of plans, against the sandbox. */
class PlanProvisioningTest {

    private static final String KEY = "shop.basic";
    private static final Catalog AT_999 = Offers.with(Offers.popular(499), Offers.basic(999));
    private static final Catalog AT_1099 = Offers.with(Offers.popular(499), Offers.basic(1_099));

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

    private String priceFor(Catalog catalog) {
        Provisioned done = stripe.apply(stripe.plan(catalog));
        assertThat(stripe.plan(catalog).isEmpty()).as("nothing is left to do").isTrue();
        return Objects.requireNonNull(done.priceIds().get("basic"));
    }

    @Test
    void aPlanGetsAProductARecurringPriceAndTheEvents() throws StripeException {
        SubscriptionPlan yearly = SubscriptionPlan.yearly("basic", "Basic", 500, Money.of(9_999, "eur"))
                .withLeftover(Leftover.rollsOver(10));
        String id = priceFor(Offers.with(Offers.popular(499), yearly));

        Price price = account.holder(KEY);
        assertThat(price.getId()).isEqualTo(id);
        assertThat(price.getType()).isEqualTo("recurring");
        assertThat(price.getRecurring().getInterval()).isEqualTo("year");
        assertThat(price.getUnitAmount()).isEqualTo(9_999);
        assertThat(price.getCurrency()).isEqualTo("eur");
        assertThat(price.getMetadata()).isEqualTo(Offers.NAMES.mark("basic"));
        assertThat(account.stripe().products().retrieve(price.getProduct()).getName())
                .isEqualTo("Basic");
        assertThat(account.holder("shop.popular").getType()).isEqualTo("one_time");
        assertThat(account.endpoints().get(0).getEnabledEvents()).contains("invoice.paid");
    }

    @Test
    void theSecondRunChangesNothing() throws StripeException {
        priceFor(AT_999);

        assertThat(stripe.plan(AT_999).steps()).hasSize(5).allMatch(Unchanged.class::isInstance);
        priceFor(AT_999);

        assertThat(account.prices()).hasSize(2);
    }

    @Test
    void aChangedPriceTakesTheLookupKeyAndSubscribersKeepTheirs() throws StripeException {
        String old = priceFor(AT_999);

        ProvisioningPlan plan = stripe.plan(AT_1099);
        assertThat(plan.text())
                .contains("+ price basic: USD 10.99 a month, lookup key shop.basic, taken from " + old)
                .contains("1 change, 0 conflicts");
        String now = priceFor(AT_1099);

        assertThat(account.holder(KEY).getId()).isEqualTo(now).isNotEqualTo(old);
        assertThat(account.stripe().prices().retrieve(old).getActive()).isTrue();
        assertThat(priceFor(AT_999)).isEqualTo(old);
        assertThat(account.prices()).hasSize(3);
    }

    @Test
    void anotherPeriodIsAnotherPrice() throws StripeException {
        String monthly = priceFor(AT_999);
        SubscriptionPlan yearly = new SubscriptionPlan(
                "basic", "Basic", 500, Money.of(999, "usd"), Interval.YEAR, Leftover.expires(), null);

        assertThat(priceFor(Offers.with(Offers.popular(499), yearly))).isNotEqualTo(monthly);
        assertThat(account.holder(KEY).getRecurring().getInterval()).isEqualTo("year");
    }

    @Test
    void asManyPackagesAndPlansAsACatalogHasAreFoundAgain() throws StripeException {
        Catalog.Builder all = Catalog.builder();
        Offers.many(Catalog.MAX_PACKAGES, 500).packages().forEach(all::add);
        IntStream.range(0, Catalog.MAX_PACKAGES)
                .mapToObj(i -> SubscriptionPlan.monthly("m" + i, "Plan " + i, 5, Money.of(500 + i, "usd")))
                .forEach(all::add);
        Catalog catalog = all.build();

        stripe.apply(stripe.plan(catalog));

        assertThat(stripe.plan(catalog).isEmpty()).isTrue();
        assertThat(account.prices()).hasSize(2 * Catalog.MAX_PACKAGES);
    }

    @Test
    void aShopSellsPlansByWhatWasProvisioned() {
        String id = priceFor(AT_999);

        assertThat(stripe.priced(AT_999).requirePlan("basic").priceId()).contains(id);
        Catalog own =
                Catalog.builder().add(Offers.basic(1).withPriceId("price_own")).build();
        assertThat(stripe.priced(own)).isEqualTo(own);
    }

    @Test
    void aPlanThatIsNotProvisionedKeepsNothingElseFromBeingSold() {
        priceFor(AT_999);

        Catalog priced = stripe.priced(AT_1099);

        assertThat(priced.requirePlan("basic").priceId()).isEmpty();
        assertThat(priced.requirePlan("basic").price()).isEqualTo(Money.of(1_099, "usd"));
        assertThat(priced.require("popular").priceId()).isPresent();
    }
}
