package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several of a package at once: as many as the shop allows. */
class QuantityTest {

    private static final String CREATE = "/api/tokens/create-checkout-session";

    private static Shop shop(CheckoutOptions options) {
        CheckoutSettings settings =
                CheckoutSettings.at(URI.create("http://localhost:8080")).withOptions(options);
        return Shop.options().economy(economy -> economy.checkout(settings)).open();
    }

    private static Answer ask(Shop shop, String quantity) {
        return shop.signedIn("alice").post(CREATE, "{\"package\":\"popular\",\"quantity\":" + quantity + "}");
    }

    private static Order newest(Shop shop) {
        return shop.economy.orders().list(OrderQuery.newest(1)).items().get(0);
    }

    @Test
    void theOrderIsForAsManyAsWereAskedFor() {
        try (Shop shop = shop(CheckoutOptions.NONE.withQuantities(2, 7))) {
            assertThat(ask(shop, "7").status()).isEqualTo(200);

            Order order = newest(shop);
            assertThat(order.account()).isEqualTo(AccountId.of("alice"));
            assertThat(order.item().quantity()).isEqualTo(7);
            assertThat(order.item().tokens()).isEqualTo(770);
            assertThat(order.item().price().amountMinor()).isEqualTo(6_993);
            assertThat(ask(shop, "2").status()).isEqualTo(200);
            assertThat(newest(shop).item().quantity()).isEqualTo(2);
        }
    }

    @Test
    void withoutAWishItIsTheLeastOfTheShops() {
        try (Shop shop = shop(CheckoutOptions.NONE.withQuantities(2, 7))) {
            shop.signedIn("alice").post(CREATE, "{\"package\":\"popular\"}");

            assertThat(newest(shop).item().quantity()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8", "0", "999999999"})
    void whatIsOutOfBoundsIsRefusedAndNamed(String quantity) {
        try (Shop shop = shop(CheckoutOptions.NONE.withQuantities(2, 7))) {
            Answer refused = ask(shop, quantity);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("detail")).isEqualTo("The field \"quantity\" must be 2 to 7.");
        }
    }

    /** Whether buyers take several is the shop's to decide. */
    @Test
    void aShopThatSaysNothingSellsOneAtATime() {
        try (Shop shop = Shop.open()) {
            assertThat(ask(shop, "2").text("detail")).isEqualTo("The field \"quantity\" must be 1 to 1.");
            assertThat(ask(shop, "1").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e0", "1.5", "\"1\"", "null", "true", "[1]", "{}", "1000000000", "NaN"})
    void whatIsNoWholeNumberIsRefused(String quantity) {
        try (Shop shop = Shop.open()) {
            Answer refused = ask(shop, quantity);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("code")).isEqualTo("invalid_request");
        }
    }

    @Test
    void moreThanCanBeCountedIsRefused() {
        try (Shop shop = shop(CheckoutOptions.NONE.withQuantities(1, 999_999))) {
            Answer refused = ask(shop, "999999");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("detail")).contains("\"quantity\"");
        }
    }
}
