package io.tokeneconomy.catalog;

/** How long a period of a {@link SubscriptionPlan} is. Periods are counted by Stripe, by the calendar. */
public enum Interval {
    /** A calendar month. */
    MONTH,
    /** A calendar year. */
    YEAR
}
