package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.servlet.admin.CardFees;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"balance", "transactions", "transactions.csv", "session"})
    void noUserReadsTheOperatorsLog(String endpoint) {
        try (Shop shop = Operator.shop(Container::jetty)) {
            Operator carol = Operator.in(shop);
            carol.post("stocktaking", carol.form("books"));
            Answer answer = shop.browser("te:operators").get("/api/tokens/" + endpoint);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("invalid_user");
            assertThat(answer.body()).doesNotContain("stocktaking");
        }
    }

    @Test
    void theCancelPageTellsUsersWhoseIdIsNoneAsTheOthersDo() {
        try (Shop shop = Shop.open()) {
            assertThat(shop.browser("te:operators").get("/tokens/cancel").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aFormThatIsChangedAfterItWasRecordedIsRefused() {
        try (Shop shop = Operator.shop(Container::jetty);
                Logs logs = new Logs()) {
            Operator carol = Operator.in(shop);
            Map<String, String> form = carol.form("books", "from", "2026-01-01", "until", "2026-01-31");
            carol.post("rollforward", form);
            form.put("until", "2026-02-28");
            Answer refused = carol.post("rollforward", form);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("already names another operation");
            assertThat(logs.text()).doesNotContain("❌");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "us", "", "usdollar", "us1"})
    void feesAreOfACurrency(String currency) {
        ConsoleSettings settings = ConsoleSettings.of(request -> Optional.empty());
        assertThatThrownBy(() -> settings.withFees(currency, CardFees.STRIPE_US))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("fees");
        assertThat(settings.withFees("eur", CardFees.STRIPE_US).feesIn("eur")).contains(CardFees.STRIPE_US);
    }
}
