package io.tokeneconomy.spring.properties;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done in the background; 0 switches one off.
 *
 * @param sweepEvery How often holds that time out and lots that expire are booked, 1 s to 1 d.
 * @param dispatchEvery How often subscribers' backlogs are looked for, 10 ms to 1 h.
 * @param reconcileEvery How often the last 3 days are reconciled with Stripe and repaired, 1 m to 1 d.
 * @param topUpEvery How often saved cards are charged for buyers who allowed it and run low, 1 s to 1 d; off by default.
 */
public record BackgroundSettings(
        @DefaultValue("5m") Duration sweepEvery,
        @DefaultValue("1s") Duration dispatchEvery,
        @DefaultValue("0s") Duration reconcileEvery,
        @DefaultValue("0s") Duration topUpEvery) {}
