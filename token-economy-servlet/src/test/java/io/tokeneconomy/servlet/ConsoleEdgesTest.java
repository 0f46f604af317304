package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the console meets what it was not made for: other catalogs, odd users, wrong settings, changed forms. */
class ConsoleEdgesTest {

    @Test
    void aShopThatSellsNothingButSubscriptionsHasAConsole() {
        Catalog plans = Catalog.builder()
                .add(SubscriptionPlan.monthly("club", "Club", 100, Money.of(900, "usd")))
                .build();
        try (Shop shop = Shop.options()
                .economy(economy -> economy.catalog(plans))
                .filter(filter -> filter.console(request -> Optional.of("carol")))
                .open()) {
            Answer projection = shop.browser("carol").get("/tokens/admin/projection");
            assertThat(projection.status()).isEqualTo(200);
            assertThat(projection.body()).contains("no packages");
        }
    }
}
