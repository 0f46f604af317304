package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for every period that is paid for, until the subscription is cancelled. Immutable.
 *
 * <pre>{@code
 * SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd"));                     // what is left expires
 * SubscriptionPlan.yearly("studio", "Studio", 12_000, Money.of(9_999, "usd"))
 *         .withLeftover(Leftover.rollsOver(6_000));
 * }</pre>
 *
 * @param id the id that checkout requests name: a lower-case letter, then up to 63 of a-z, 0-9, {@code _} and {@code -}
 * @param name the name a buyer sees, 1 to {@value TokenPackage#MAX_NAME_LENGTH} characters
 * @param tokens how many tokens each paid period brings, 1 to {@value TokenPackage#MAX_TOKENS}
 * @param price what a period costs, before taxes and discounts; more than 0
 * @param interval how long a period is
 * @param leftover what becomes of tokens that are not used up when the period is over
 * @param stripePrice the id of a recurring Stripe price; null: {@link #price()} is sent inline. A subscription that was
 *     begun with an inline price can only be told by its amount
 */
public record SubscriptionPlan(
        String id,
        String name,
        long tokens,
        Money price,
        Interval interval,
        Leftover leftover,
        @Nullable String stripePrice) {

    /** How long tokens outlive their period, so that there is no gap until the next one is paid and told. */
    public static final Duration GRACE = Duration.ofDays(3);

    /** @throws InvalidValueException when a value is not allowed, named {@code plan.<id>.<field>} */
    public SubscriptionPlan {
        TokenPackage.checkedId("plan.id", id);
        Checks.text(field(id, "name"), name, TokenPackage.MAX_NAME_LENGTH);
        Checks.range(field(id, "tokens"), tokens, 1, TokenPackage.MAX_TOKENS);
        if (price.amountMinor() == 0) {
            throw new InvalidValueException(field(id, "price"), price, "more than 0; free tokens are a grant");
        }
        if (stripePrice != null) {
            PriceId.checked(field(id, "price-id"), stripePrice);
        }
    }

    /** {@return a plan that is paid every month, whose tokens expire with their period} */
    public static SubscriptionPlan monthly(String id, String name, long tokens, Money price) {
        return new SubscriptionPlan(id, name, tokens, price, Interval.MONTH, Leftover.expires(), null);
    }

    /** {@return a plan that is paid every year, whose tokens expire with their period} */
    public static SubscriptionPlan yearly(String id, String name, long tokens, Money price) {
        return new SubscriptionPlan(id, name, tokens, price, Interval.YEAR, Leftover.expires(), null);
    }

    /** {@return this plan with another way for what is left} */
    public SubscriptionPlan withLeftover(Leftover newLeftover) {
        return new SubscriptionPlan(id, name, tokens, price, interval, newLeftover, stripePrice);
    }

    /**
     * {@return this plan sold through that recurring Stripe price}
     *
     * @param priceId {@code price_} followed by 1 to 249 letters, digits or {@code _}
     * @throws InvalidValueException when it is anything else
     */
    public SubscriptionPlan withPriceId(String priceId) {
        return new SubscriptionPlan(id, name, tokens, price, interval, leftover, priceId);
    }

    /** {@return the id of the Stripe price to check out with; empty: the price is sent inline} */
    public Optional<String> priceId() {
        return Optional.ofNullable(stripePrice);
    }

    /** {@return the environment variable that {@link Catalog#withEnvironment} reads the Stripe price's id from} */
    public String priceIdVariable() {
        return CatalogEnvironment.variable(id);
    }

    private static String field(String id, String field) {
        return "plan." + id + "." + field;
    }
}
