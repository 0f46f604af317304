package io.tokeneconomy.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.LedgerLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderItemTest {

    private static final OrderItem ONE = new OrderItem("popular", "Popular", 110, Money.of(999, "usd"), "price_1");

    @Test
    void tokensAndPriceAreOfAll() {
        OrderItem three = ONE.withQuantity(3);

        assertThat(three).isEqualTo(new OrderItem("popular", "Popular", 330, Money.of(2_997, "usd"), "price_1", 3));
        assertThat(three.unitTokens()).isEqualTo(110);
        assertThat(three.unitPrice()).isEqualTo(Money.of(999, "usd"));
        assertThat(three.withQuantity(2)).isEqualTo(ONE.withQuantity(2));
        assertThat(three.withQuantity(1)).isEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1_000_000, Long.MAX_VALUE})
    void anotherQuantityIsRefused(long quantity) {
        assertThatThrownBy(() -> ONE.withQuantity(quantity))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("quantity");
    }

    @Test
    void noMoreThanLedgerAndCurrencyCount() {
        OrderItem free = new OrderItem("p", "P", LedgerLimits.MAX_AMOUNT / 2, Money.of(1, "usd"), null);
        assertThat(free.withQuantity(2).tokens()).isEqualTo(LedgerLimits.MAX_AMOUNT);
        assertThatThrownBy(() -> free.withQuantity(3)).hasMessageContaining("quantity");

        OrderItem dear = new OrderItem("p", "P", 1, Money.of(99_999_999, "usd"), null);
        assertThat(dear.withQuantity(1)).isEqualTo(dear);
        assertThatThrownBy(() -> dear.withQuantity(2)).hasMessageContaining("quantity");
    }

    @Test
    void tokensAndPriceAreMultiplesOfTheQuantity() {
        assertThatThrownBy(() -> new OrderItem("p", "P", 5, Money.of(4, "usd"), null, 2))
                .hasMessageContaining("tokens")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> new OrderItem("p", "P", 4, Money.of(5, "usd"), null, 2))
                .hasMessageContaining("price");
    }
}
