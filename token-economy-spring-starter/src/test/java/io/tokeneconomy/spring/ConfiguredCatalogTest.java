package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfiguredCatalogTest {

    private static final TokenPackage BIG = TokenPackage.builder("big")
            .name("Big")
            .description("All you can eat")
            .tokens(1000)
            .bonus(100)
            .price(Money.of(4999, "eur"))
            .priceId("price_big")
            .build();

    private static final String[] BIG_AS_PROPERTIES = {
        "token-economy.catalog.packages[0].id=big",
        "token-economy.catalog.packages[0].name=Big",
        "token-economy.catalog.packages[0].description=All you can eat",
        "token-economy.catalog.packages[0].tokens=1000",
        "token-economy.catalog.packages[0].bonus=100",
        "token-economy.catalog.packages[0].price=4999",
        "token-economy.catalog.packages[0].currency=eur",
        "token-economy.catalog.packages[0].price-id=price_big"
    };

    private final ApplicationContextRunner shop = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withPropertyValues(Parts.REQUIRED)
            .withBean(LedgerStore.class, Parts::store);

    @Test
    void packagesComeFromProperties() {
        shop.withPropertyValues(BIG_AS_PROPERTIES)
                .run(context -> assertThat(context.getBean(TokenEconomy.class).catalog())
                        .isEqualTo(Catalog.of(BIG)));
    }

    @Test
    void packagesComeFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("catalog.properties"), """
                packages = big
                package.big.name = Big
                package.big.description = All you can eat
                package.big.tokens = 1000
                package.big.bonus = 100
                package.big.price = 4999
                package.big.currency = eur
                package.big.price-id = price_big
                """);
        shop.withPropertyValues("token-economy.catalog.file=" + file)
                .run(context -> assertThat(context.getBean(TokenEconomy.class).catalog())
                        .isEqualTo(Catalog.of(BIG)));
    }

    @Test
    void plansStandBesideThePackages() {
        shop.withPropertyValues(
                        "token-economy.catalog.plans[0].id=studio",
                        "token-economy.catalog.plans[0].name=Studio",
                        "token-economy.catalog.plans[0].tokens=12000",
                        "token-economy.catalog.plans[0].price=9999",
                        "token-economy.catalog.plans[0].currency=usd",
                        "token-economy.catalog.plans[0].interval=year",
                        "token-economy.catalog.plans[0].rollover=6000",
                        "token-economy.catalog.price-ids.studio=price_studio",
                        "token-economy.catalog.price-ids.popular=price_popular")
                .run(context -> {
                    Catalog catalog = context.getBean(TokenEconomy.class).catalog();
                    assertThat(catalog.plans())
                            .containsExactly(SubscriptionPlan.yearly("studio", "Studio", 12_000, Money.of(9_999, "usd"))
                                    .withLeftover(Leftover.rollsOver(6_000))
                                    .withPriceId("price_studio"));
                    assertThat(catalog.packages()).hasSize(4);
                    assertThat(catalog.require("popular").priceId()).contains("price_popular");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "id, UPPER, UPPER",
        "id, popular, popular",
        "name, '', plan.basic.name",
        "tokens, 0, plan.basic.tokens",
        "price, 0, plan.basic.price",
        "price, -1, -1",
        "currency, '', currency",
        "rollover, 0, leftover.cap",
        "price-id, prod_1, prod_1"
    })
    void aPlanThatCannotBeSoldIsToldByItsProperty(String name, String value, String shown) {
        shop.withPropertyValues(
                        "token-economy.catalog.plans[0].id=basic",
                        "token-economy.catalog.plans[0].name=Basic",
                        "token-economy.catalog.plans[0].tokens=500",
                        "token-economy.catalog.plans[0].price=999",
                        "token-economy.catalog.plans[0].currency=usd")
                .withPropertyValues("token-economy.catalog.plans[0]." + name + "=" + value)
                .run(context -> assertThat(new PropertyFailureAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .startsWith("The property token-economy.catalog.plans is refused: ")
                        .contains(shown));
    }

    @Test
    void aBlankPriceIdCountsAsNone() {
        shop.withPropertyValues(BIG_AS_PROPERTIES)
                .withPropertyValues("token-economy.catalog.packages[0].price-id=")
                .run(context -> assertThat(
                                context.getBean(Catalog.class).require("big").priceId())
                        .isEmpty());
    }
}
