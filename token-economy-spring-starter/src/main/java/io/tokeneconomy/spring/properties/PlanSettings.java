package io.tokeneconomy.spring.properties;

import io.tokeneconomy.catalog.Interval;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One subscription plan: tokens for every period that is paid for.
 *
 * @param id What checkout requests name: a lower-case letter, then up to 63 of a-z, 0-9, _ and -.
 * @param name Name a buyer sees.
 * @param tokens Tokens that each paid period brings.
 * @param price Price of a period in minor units of the currency: 999 is $9.99.
 * @param currency Lower-case ISO 4217 code.
 * @param interval How long a period is.
 * @param rollover How many tokens of earlier periods stay at a renewal. By default none: they end with their period.
 * @param priceId Id of a recurring Stripe price to check out with, price_…; without one the price is sent inline.
 */
public record PlanSettings(
        @DefaultValue("") String id,
        @DefaultValue("") String name,
        long tokens,
        long price,
        @DefaultValue("") String currency,
        @DefaultValue("MONTH") Interval interval,
        @Nullable Long rollover,
        @Nullable String priceId) {}
