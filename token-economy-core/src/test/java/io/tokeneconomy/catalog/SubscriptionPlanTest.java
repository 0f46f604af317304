package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionPlanTest {

    private static final Money PRICE = Money.of(999, "usd");
    private static final SubscriptionPlan BASIC = SubscriptionPlan.monthly("basic", "Basic", 500, PRICE);

    @Test
    void isMonthlyOrYearlyAndItsTokensExpireUnlessSaidOtherwise() {
        assertThat(BASIC.interval()).isEqualTo(Interval.MONTH);
        assertThat(SubscriptionPlan.yearly("basic", "Basic", 500, PRICE).interval())
                .isEqualTo(Interval.YEAR);
        assertThat(BASIC.leftover().rolls()).isFalse();
        assertThat(BASIC.withLeftover(Leftover.rollsOver(50)).leftover().cap()).isEqualTo(50);
        assertThat(BASIC.withPriceId("price_1").priceId()).contains("price_1");
    }

    @Test
    void everyWrongValueIsNamed() {
        refused("plan.id", () -> SubscriptionPlan.monthly("Basic", "Basic", 500, PRICE));
        refused("plan.basic.name", () -> SubscriptionPlan.monthly("basic", " ", 500, PRICE));
        refused("plan.basic.name", () -> SubscriptionPlan.monthly("basic", "x".repeat(101), 500, PRICE));
        refused("plan.basic.tokens", () -> SubscriptionPlan.monthly("basic", "Basic", 0, PRICE));
        refused("plan.basic.tokens", () -> SubscriptionPlan.monthly("basic", "Basic", 1_000_000_001, PRICE));
        refused("plan.basic.price", () -> SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(0, "usd")));
        refused("plan.basic.price-id", () -> BASIC.withPriceId("prod_1"));
        refused("leftover.cap", () -> Leftover.rollsOver(0));
        refused("leftover.cap", () -> Leftover.rollsOver(1_000_000_001));
    }

    @Test
    void plansStandBesidePackagesAndShareNoNameAndNoPrice() {
        TokenPackage starter = TokenPackage.builder("starter")
                .name("Starter")
                .tokens(50)
                .price(PRICE)
                .priceId("price_1")
                .build();
        Catalog catalog = Catalog.builder().add(starter).add(BASIC).build();

        assertThat(catalog.plans()).containsExactly(BASIC);
        assertThat(catalog.requirePlan("basic")).isEqualTo(BASIC);
        assertThat(catalog.findPlan("starter")).isEmpty();
        assertThat(catalog).isNotEqualTo(Catalog.of(starter));
        assertThat(Catalog.builder().add(BASIC).build().packages()).isEmpty();
        assertThatThrownBy(() -> catalog.requirePlan("bas\nic"))
                .isInstanceOfSatisfying(
                        UnknownPlanException.class,
                        unknown -> assertThat(unknown.planId()).isEqualTo("bas\nic"))
                .hasMessage("unknown plan \"bas?ic\", the catalog has: basic");
        refused(
                "plan.starter.id",
                () -> Catalog.builder().add(starter).add(SubscriptionPlan.monthly("starter", "Starter", 5, PRICE)));
        refused("plan.basic.price-id", () -> Catalog.builder().add(starter).add(BASIC.withPriceId("price_1")));
    }

    @Test
    void environmentVariablesGivePlansTheirPrices() {
        Catalog catalog = Catalog.builder().add(BASIC).build();

        Catalog priced = catalog.withEnvironment(Map.of("STRIPE_TOKEN_BASIC_PRICE_ID", "price_9"));

        assertThat(priced.requirePlan("basic").priceId()).contains("price_9");
    }

    private static void refused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(field);
    }
}
