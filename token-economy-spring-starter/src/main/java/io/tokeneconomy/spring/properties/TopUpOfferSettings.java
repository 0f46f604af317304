package io.tokeneconomy.spring.properties;

import io.tokeneconomy.ledger.Period;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the buy page asks buyers to allow: that their package is bought again by itself, with the card that they pay with.
 * Bought by the background, so set background.top-up-every, too.
 *
 * @param threshold It is bought when fewer tokens than this are available, 1 or more. Required with times.
 * @param period For how long the number of times counts.
 * @param times At most so often in it, 1 to 1,000. Required with threshold.
 */
public record TopUpOfferSettings(
        long threshold, @DefaultValue("MONTH") Period period, long times) {}
