package io.tokeneconomy.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutRequest;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the shop's settings say of the payment page reaches the provider. */
class OfferedOptionsTest {

    private static final CheckoutOptions CODES = CheckoutOptions.NONE.with(Feature.PROMOTION_CODES);

    @Test
    void aShopThatSaysNothingOffersNothing() {
        assertThat(offered(settings -> settings)).isEqualTo(CheckoutOptions.NONE);
    }

    @Test
    void theOptionsGoAlongAlsoToAnotherAddress() {
        assertThat(offered(settings -> settings.withOptions(CODES).withLifetime(CheckoutSettings.MIN_LIFETIME)))
                .isEqualTo(CODES);
    }

    private static CheckoutOptions offered(UnaryOperator<CheckoutSettings> changed) {
        CheckoutSettings settings = changed.apply(CheckoutSettings.at(URI.create("https://old.example")));
        try (Shop shop = Shop.on(
                MemoryLedgerStore.create(),
                builder -> builder.checkout(settings).environment(Map.of("APP_BASE_URL", "https://shop.example")))) {
            shop.begin();
            CheckoutRequest request = shop.gateway.requests().get(0);
            assertThat(request.successUrl()).startsWith("https://shop.example/");
            return request.options();
        }
    }
}
