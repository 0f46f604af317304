package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogPropertiesTest {

    private final Properties properties = new Properties();

    CatalogPropertiesTest() {
        set("packages", "starter, popular");
        set("package.starter.name", "Starter");
        set("package.starter.tokens", "50");
        set("package.starter.price", "499");
        set("package.starter.currency", "usd");
        set("package.popular.name", "Popular");
        set("package.popular.description", "Most popular (10% bonus)");
        set("package.popular.tokens", "110");
        set("package.popular.bonus", "10");
        set("package.popular.price", "999");
        set("package.popular.currency", "usd");
        set("package.popular.price-id", "price_1");
    }

    @Test
    void readsEveryField() {
        TokenPackage starter = TokenPackage.builder("starter")
                .name("Starter")
                .tokens(50)
                .price(Money.of(499, "usd"))
                .build();
        TokenPackage popular = TokenPackage.builder("popular")
                .name("Popular")
                .description("Most popular (10% bonus)")
                .tokens(110)
                .bonus(10)
                .price(Money.of(999, "usd"))
                .priceId("price_1")
                .build();
        assertThat(Catalog.fromProperties(properties)).isEqualTo(Catalog.of(starter, popular));
    }

    @Test
    void ignoresSpacesAroundValues() {
        Catalog expected = Catalog.fromProperties(properties);
        properties.replaceAll((key, value) -> " " + value + "\t ");
        assertThat(Catalog.fromProperties(properties)).isEqualTo(expected);
    }

    @Test
    void aBlankOptionalFieldIsAbsent() {
        set("package.popular.description", " ");
        set("package.popular.bonus", "");
        set("package.popular.price-id", "");
        TokenPackage popular = Catalog.fromProperties(properties).require("popular");
        assertThat(popular.description()).isEmpty();
        assertThat(popular.bonus()).isZero();
        assertThat(popular.priceId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packages",
                "package.popular.name",
                "package.popular.tokens",
                "package.popular.price",
                "package.popular.currency"
            })
    void aMissingFieldIsNamed(String key) {
        properties.remove(key);
        refused(key, key + " is missing, allowed is: a value, it is required");
        set(key, " ");
        refused(key, key + " is missing, allowed is: a value, it is required");
    }

    @ParameterizedTest
    @CsvSource({
        "package.populer.tokens,package.popular.tokens",
        "package.popular.token,package.popular.tokens",
        "package.popular.priceId,package.popular.price-id",
        "package.popular.Bonus,package.popular.bonus",
        "package,packages",
        "Packages,packages",
    })
    void anUnknownKeyIsRefusedWithTheClosest(String key, String closest) {
        set(key, "secret");
        refused(
                "catalog key",
                "catalog key is \"" + key + "\", allowed is: a key of the format; the closest is " + closest);
    }

    @Test
    void aPackageThatIsNotListedIsUnknown() {
        set("packages", "popular");
        refused("catalog key", "package.starter.currency");
    }

    @Test
    void aVeryLongUnknownKeyIsRefusedToo() {
        set("x".repeat(100_000), "1");
        refused("catalog key", "xxx…\", allowed is: a key of the format");
    }

    @Test
    void onlyTextIsRead() {
        properties.put("package.popular.bonus", 10);
        refused("package.popular.bonus", "package.popular.bonus is 10, allowed is: text, not java.lang.Integer");
        properties.put("package.popular.bonus", "10");
        properties.put(1, "10");
        refused("1", "allowed is: text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.99",
                "$9.99",
                "-1",
                "+999",
                "1e3",
                "1_000",
                "1,000",
                "0x10",
                "٩٩٩",
                "9 9",
                "1234567890123456789"
            })
    void aNumberIsDigitsOnly(String number) {
        set("package.popular.price", number);
        refused("package.popular.price", "package.popular.price is \"" + number + "\", allowed is: a whole number");
    }

    @ParameterizedTest
    @CsvSource({
        "package.popular.tokens,0,1 to 1000000000",
        "package.popular.tokens,1000000001,1 to 1000000000",
        "package.popular.tokens,999999999999999999,1 to 1000000000",
        "package.popular.bonus,110,0 to 109",
        "package.popular.price,0,more than 0",
        "package.popular.price,100000000,0 to 99999999",
        "package.popular.currency,USD,a lower-case ISO 4217 code",
        "package.popular.price-id,prod_1,a Stripe price id",
    })
    void aValueOutOfRangeIsRefusedByItsKey(String key, String value, String allowed) {
        set(key, value);
        refused(key, allowed);
    }

    @Test
    void anAmountBetweenStripesStepsIsRefusedByItsKey() {
        set("package.popular.currency", "kwd");
        refused("package.popular.price", "package.popular.price is 999, allowed is: a multiple of 10 in kwd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "starter,,popular",
                "starter,popular,",
                ",",
                "starter popular",
                "Starter,popular",
                "starter,starter"
            })
    void theListOfPackagesIsStrict(String list) {
        set("packages", list);
        refused("packages", "packages is ");
    }

    @Test
    void listsAtMostAHundredPackages() {
        StringBuilder list = new StringBuilder("starter,popular");
        for (int number = 3; number <= 101; number++) {
            list.append(",p").append(number);
        }
        set("packages", list.toString());
        refused("packages", "packages is 101, allowed is: 1 to 100");
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
