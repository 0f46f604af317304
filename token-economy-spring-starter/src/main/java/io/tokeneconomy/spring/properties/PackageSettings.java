package io.tokeneconomy.spring.properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One package on sale.
 *
 * @param id What checkout requests name: a lower-case letter, then up to 63 of a-z, 0-9, _ and -.
 * @param name Name a buyer sees.
 * @param description One sentence for the buyer.
 * @param tokens Tokens that a purchase credits, bonus included.
 * @param bonus How many of the tokens are a bonus.
 * @param price Price in minor units of the currency: 999 is $9.99.
 * @param currency Lower-case ISO 4217 code.
 * @param priceId Id of a Stripe price to check out with, price_…; without one the price is sent inline.
 */
public record PackageSettings(
        @DefaultValue("") String id,
        @DefaultValue("") String name,
        @DefaultValue("") String description,
        long tokens,
        long bonus,
        long price,
        @DefaultValue("") String currency,
        @Nullable String priceId) {}
