package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogEnvironmentTest {

    private static final String COIN = """
            packages = small-coin
            package.small-coin.name = Small coin
            package.small-coin.tokens = 5
            package.small-coin.price = 100
            package.small-coin.currency = eur
            package.small-coin.price-id = price_file
            """;

    @TempDir
    Path folder;

    @Test
    void withoutVariablesItIsTheStandardCatalog() {
        assertThat(Catalog.fromEnvironment(Map.of())).isEqualTo(Catalog.standard());
        assertThat(Catalog.fromEnvironment(Map.of("PATH", "x", "STRIPE_SECRET_KEY", "y", "TOKEN_ECONOMY_CATALOG", " ")))
                .isEqualTo(Catalog.standard());
    }

    @Test
    void givesEachPackageItsPrice() {
        Catalog catalog = Catalog.fromEnvironment(Map.of(
                "STRIPE_TOKEN_STARTER_PRICE_ID", "price_s",
                "STRIPE_TOKEN_POPULAR_PRICE_ID", " price_p ",
                "STRIPE_TOKEN_PRO_PRICE_ID", "price_o",
                "STRIPE_TOKEN_CREATOR_PRICE_ID", "price_c"));
        assertThat(catalog.packages())
                .extracting(offer -> offer.priceId().orElseThrow())
                .containsExactly("price_s", "price_p", "price_o", "price_c");
    }

    @Test
    void aBlankPriceIsAbsentEvenForAPackageThatIsNot() {
        assertThat(Catalog.standard()
                        .withEnvironment(Map.of("STRIPE_TOKEN_PRO_PRICE_ID", " ", "STRIPE_TOKEN_GOLD_PRICE_ID", "")))
                .isEqualTo(Catalog.standard());
    }

    @Test
    void twoPackagesMaySwapTheirPrices() {
        Catalog catalog = Catalog.of(
                Packages.offer("a").priceId("price_1").build(),
                Packages.offer("b").priceId("price_2").build());
        assertThat(catalog.withEnvironment(Map.of(
                                "STRIPE_TOKEN_A_PRICE_ID", "price_2",
                                "STRIPE_TOKEN_B_PRICE_ID", "price_1"))
                        .packages())
                .extracting(offer -> offer.priceId().orElseThrow())
                .containsExactly("price_2", "price_1");
    }

    @ParameterizedTest
    @CsvSource({
        "STRIPE_TOKEN_POPULER_PRICE_ID,STRIPE_TOKEN_POPULAR_PRICE_ID",
        "STRIPE_TOKEN_pro_PRICE_ID,STRIPE_TOKEN_PRO_PRICE_ID",
        "STRIPE_TOKEN_PRICE_ID,STRIPE_TOKEN_PRO_PRICE_ID",
    })
    void aVariableThatNamesNoPackageIsRefusedWithTheClosest(String variable, String closest) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.standard().withEnvironment(Map.of(variable, "price_1")))
                .withMessage("environment variable is \"" + variable
                        + "\", allowed is: the variable of a package or plan of the catalog; the closest is "
                        + closest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod_1", "9.99", "sk_live_abc"})
    void aValueThatIsNoPriceIsRefusedByItsVariable(String value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.standard().withEnvironment(Map.of("STRIPE_TOKEN_PRO_PRICE_ID", value)))
                .withMessageStartingWith("STRIPE_TOKEN_PRO_PRICE_ID is ")
                .withMessageNotContaining("abc");
    }

    @Test
    void onePriceForTwoPackagesIsRefused() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.standard()
                        .withEnvironment(Map.of(
                                "STRIPE_TOKEN_PRO_PRICE_ID", "price_1",
                                "STRIPE_TOKEN_CREATOR_PRICE_ID", "price_1")))
                .withMessageContaining("package.creator.price-id")
                .withMessageContaining("pro has it");
    }

    @Test
    void readsTheFileItNamesAndThenThePrices() throws IOException {
        String file =
                Files.writeString(folder.resolve("catalog.properties"), COIN).toString();
        assertThat(price(Map.of("TOKEN_ECONOMY_CATALOG", " " + file + " "))).isEqualTo("price_file");
        assertThat(price(Map.of("TOKEN_ECONOMY_CATALOG", file, "STRIPE_TOKEN_SMALL_COIN_PRICE_ID", "price_env")))
                .isEqualTo("price_env");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file.properties", "a\u0000b"})
    void aFileThatCannotBeReadIsRefusedByTheVariable(String file) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.fromEnvironment(Map.of("TOKEN_ECONOMY_CATALOG", file)))
                .withMessageStartingWith("TOKEN_ECONOMY_CATALOG is ")
                .satisfies(refusal -> assertThat(refusal.getCause()).isNotNull());
    }

    private static String price(Map<String, String> environment) {
        return Catalog.fromEnvironment(environment)
                .require("small-coin")
                .priceId()
                .orElseThrow();
    }
}
