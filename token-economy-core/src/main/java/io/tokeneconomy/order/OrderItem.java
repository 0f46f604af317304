package io.tokeneconomy.order;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.LedgerLimits;
import org.jspecify.annotations.Nullable;

/**
 * What is sold: a package as it was when the checkout began, and how often. A catalog edited later does not change it; once
 * it is paid, the quantity is the one that was paid.
 *
 * @param packageId the package, or the plan
 * @param name its name then
 * @param tokens the tokens that all of it credits, bonus included
 * @param price what all of it costs, before taxes and discounts
 * @param priceId the payment provider's price of one ({@code price_…}), or null when the price was given inline
 * @param quantity how often the package is sold, 1 to {@value #MAX_QUANTITY}; tokens and price are multiples of it
 */
public record OrderItem(
        String packageId,
        String name,
        long tokens,
        Money price,
        @Nullable String priceId,
        long quantity) {

    /** Stripe's largest quantity of a line item (docs.stripe.com/api/checkout/sessions/create). */
    public static final long MAX_QUANTITY = 999_999;

    private static final int MAX_TEXT = 255;

    /** @throws InvalidValueException when a value is not allowed, or tokens or price are no multiple of the quantity */
    public OrderItem {
        Checks.text("packageId", packageId, MAX_TEXT);
        Checks.text("name", name, MAX_TEXT);
        Checks.range("tokens", tokens, 1, Long.MAX_VALUE);
        Checks.optionalText("priceId", priceId, MAX_TEXT);
        Checks.range("quantity", quantity, 1, MAX_QUANTITY);
        requireMultiple("tokens", tokens, quantity);
        requireMultiple("price", price.amountMinor(), quantity);
    }

    /**
     * A package that is sold once.
     *
     * @throws InvalidValueException when a value is not allowed
     */
    public OrderItem(String packageId, String name, long tokens, Money price, @Nullable String priceId) {
        this(packageId, name, tokens, price, priceId, 1);
    }

    /** {@return a period of the plan as it is now} */
    public static OrderItem of(SubscriptionPlan plan) {
        return new OrderItem(
                plan.id(),
                plan.name(),
                plan.tokens(),
                plan.price(),
                plan.priceId().orElse(null));
    }

    /** {@return the package as it is now, sold once} */
    public static OrderItem of(TokenPackage offer) {
        return new OrderItem(
                offer.id(),
                offer.name(),
                offer.tokens(),
                offer.price(),
                offer.priceId().orElse(null));
    }

    /** {@return the tokens of one} */
    public long unitTokens() {
        return tokens / quantity;
    }

    /** {@return the price of one} */
    public Money unitPrice() {
        return Money.of(price.amountMinor() / quantity, price.currency());
    }

    /**
     * {@return the same package, sold so often}
     *
     * @param newQuantity 1 to {@value #MAX_QUANTITY}, and no more than the ledger or the currency can count
     * @throws InvalidValueException when the quantity is not allowed
     */
    public OrderItem withQuantity(long newQuantity) {
        long countable = Math.max(1, LedgerLimits.MAX_AMOUNT / unitTokens());
        Checks.range("quantity", newQuantity, 1, Math.min(MAX_QUANTITY, countable));
        return new OrderItem(
                packageId, name, unitTokens() * newQuantity, unitPrice().times(newQuantity), priceId, newQuantity);
    }

    private static void requireMultiple(String field, long value, long quantity) {
        if (value % quantity != 0) {
            throw new InvalidValueException(field, value, "a multiple of the quantity " + quantity);
        }
    }
}
