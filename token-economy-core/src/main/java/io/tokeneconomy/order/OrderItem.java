package io.tokeneconomy.order;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What was for sale when the checkout began. A catalog edited later does not change it.
 *
 * @param packageId the package
 * @param name its name then
 * @param tokens the tokens it credits, bonus included
 * @param price what it costs, before taxes and discounts
 * @param priceId the payment provider's price ({@code price_…}), or null when the price was given inline
 */
public record OrderItem(
        String packageId,
        String name,
        long tokens,
        Money price,
        @Nullable String priceId) {

    private static final int MAX_TEXT = 255;

    /** @throws io.tokeneconomy.error.InvalidValueException when a value is not allowed */
    public OrderItem {
        Checks.text("packageId", packageId, MAX_TEXT);
        Checks.text("name", name, MAX_TEXT);
        Checks.range("tokens", tokens, 1, Long.MAX_VALUE);
        Checks.optionalText("priceId", priceId, MAX_TEXT);
    }

    /** {@return the package as it is now} */
    public static OrderItem of(TokenPackage offer) {
        return new OrderItem(
                offer.id(),
                offer.name(),
                offer.tokens(),
                offer.price(),
                offer.priceId().orElse(null));
    }
}
