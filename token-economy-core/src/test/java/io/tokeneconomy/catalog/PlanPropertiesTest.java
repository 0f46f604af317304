package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPropertiesTest {

    private final Properties properties = new Properties();

    PlanPropertiesTest() {
        set("plans", "basic, studio");
        set("plan.basic.name", "Basic");
        set("plan.basic.tokens", "500");
        set("plan.basic.price", "999");
        set("plan.basic.currency", "usd");
        set("plan.basic.interval", "month");
        set("plan.studio.name", "Studio");
        set("plan.studio.tokens", "12000");
        set("plan.studio.price", "9999");
        set("plan.studio.currency", "eur");
        set("plan.studio.interval", "year");
        set("plan.studio.rolls-over", "6000");
        set("plan.studio.price-id", "price_1");
    }

    @Test
    void readsEveryFieldOfPlansAlone() {
        assertThat(Catalog.fromProperties(properties))
                .isEqualTo(Catalog.builder()
                        .add(SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd")))
                        .add(SubscriptionPlan.yearly("studio", "Studio", 12_000, Money.of(9_999, "eur"))
                                .withLeftover(Leftover.rollsOver(6_000))
                                .withPriceId("price_1"))
                        .build());
    }

    @Test
    void readsPlansBesidePackages() {
        addPackage("starter");
        Catalog catalog = Catalog.fromProperties(properties);
        assertThat(catalog.packages()).extracting(TokenPackage::id).containsExactly("starter");
        assertThat(catalog.plans()).extracting(SubscriptionPlan::id).containsExactly("basic", "studio");
    }

    @Test
    void aBlankOptionalFieldIsAbsent() {
        set("packages", " ");
        set("plan.studio.rolls-over", " ");
        set("plan.studio.price-id", "");
        SubscriptionPlan studio = Catalog.fromProperties(properties).requirePlan("studio");
        assertThat(studio.leftover()).isEqualTo(Leftover.expires());
        assertThat(studio.priceId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "tokens", "price", "currency", "interval"})
    void aMissingFieldIsNamed(String field) {
        String key = "plan.basic." + field;
        properties.remove(key);
        refused(key, key + " is missing, allowed is: a value, it is required");
    }

    @ParameterizedTest
    @CsvSource({
        "plan.basic.interval,week,month or year",
        "plan.basic.interval,MONTH,month or year",
        "plan.basic.interval,monthly,month or year",
        "plan.basic.tokens,0,1 to 1000000000",
        "plan.basic.tokens,1000000001,1 to 1000000000",
        "plan.basic.price,0,more than 0",
        "plan.basic.price,9.99,a whole number",
        "plan.basic.currency,USD,a lower-case ISO 4217 code",
        "plan.basic.price-id,prod_1,a Stripe price id",
        "plan.studio.rolls-over,0,1 to 1000000000",
        "plan.studio.rolls-over,1000000001,1 to 1000000000",
        "plan.studio.rolls-over,all,a whole number",
        "plan.studio.rolls-over,-1,a whole number",
    })
    void aValueThatIsNotAllowedIsRefusedByItsKey(String key, String value, String allowed) {
        set(key, value);
        refused(key, allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "plan.basic.roll-over,plan.basic.rolls-over",
        "plan.basic.bonus,plan.basic.tokens",
        "plan.basik.price,plan.basic.price",
        "plan,plans",
        "package.basic.name,plan.basic.name",
    })
    void anUnknownKeyIsRefusedWithTheClosest(String key, String closest) {
        set(key, "secret");
        refused(
                "catalog key",
                "catalog key is \"" + key + "\", allowed is: a key of the format; the closest is " + closest);
    }

    @Test
    void theListOfPlansIsStrict() {
        set("plans", "basic, basic");
        refused("plans", "plans is \"basic\", allowed is: each id once");
        set("plans", "Basic");
        refused("plans", "plans is \"Basic\"");
        set("plans", "basic, p" + String.join(", p", numbers(100)));
        refused("plans", "plans is 101, allowed is: 1 to 100");
    }

    @Test
    void aPlanAndAPackageShareNoId() {
        addPackage("basic");
        refused("plan.basic.id", "plan.basic.id is \"basic\", allowed is: one that no other package or plan has");
    }

    private void addPackage(String id) {
        set("packages", id);
        set("package." + id + ".name", "Starter");
        set("package." + id + ".tokens", "50");
        set("package." + id + ".price", "499");
        set("package." + id + ".currency", "usd");
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toArray(String[]::new);
    }

    private void set(String key, String value) {
        properties.setProperty(key, value);
    }

    private void refused(String field, String message) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.fromProperties(properties))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
