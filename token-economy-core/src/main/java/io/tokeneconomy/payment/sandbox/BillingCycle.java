package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When the periods of a price end: so many intervals after the anchor, so that a subscription of the 31st ends its periods
 * on the last day of shorter months ({@code docs.stripe.com/billing/subscriptions/billing-cycle}).
 */
final class BillingCycle {

    private BillingCycle() {}

    /** @param period the number of the period, from 1 */
    static long end(long anchor, JsonObject price, long period) {
        JsonObject recurring = price.getAsJsonObject("recurring");
        long steps = Math.multiplyExact(Json.number(recurring, "interval_count"), period);
        ZonedDateTime from = Instant.ofEpochSecond(anchor).atZone(ZoneOffset.UTC);
        return from.plus(steps, unit(recurring)).toEpochSecond();
    }

    static boolean isSame(JsonObject price, JsonObject other) {
        JsonObject one = price.getAsJsonObject("recurring");
        JsonObject two = other.getAsJsonObject("recurring");
        return one.get("interval").equals(two.get("interval"))
                && Json.number(one, "interval_count") == Json.number(two, "interval_count");
    }

    private static ChronoUnit unit(JsonObject recurring) {
        return switch (Json.requiredString(recurring, "interval")) {
            case "day" -> ChronoUnit.DAYS;
            case "week" -> ChronoUnit.WEEKS;
            case "year" -> ChronoUnit.YEARS;
            default -> ChronoUnit.MONTHS;
        };
    }
}
