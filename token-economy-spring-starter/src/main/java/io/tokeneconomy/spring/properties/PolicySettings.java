package io.tokeneconomy.spring.properties;

import io.tokeneconomy.ledger.ClawbackPolicy;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the seller decides about money and tokens.
 *
 * @param clawback What happens when money goes back whose tokens were spent already.
 * @param creditFree Whether a purchase is credited that cost its buyer nothing, as after a discount of 100 %; otherwise it
 *     waits for a person.
 * @param creditEarlier Whether sales that an earlier system began are credited; otherwise they wait for a person.
 * @param lowBalanceAt When an account's balance counts as low: at so many tokens or below. 0 for never.
 */
public record PolicySettings(
        @DefaultValue("DEBT") ClawbackPolicy clawback,
        @DefaultValue("true") boolean creditFree,
        boolean creditEarlier,
        long lowBalanceAt) {}
