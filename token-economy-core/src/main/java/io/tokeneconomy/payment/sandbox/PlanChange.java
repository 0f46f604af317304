package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of price or quantity in the middle of a period: the rest of it is given back at the old price and charged at the
 * new one, by the second ({@code docs.stripe.com/billing/subscriptions/prorations}). Only between prices of one interval.
 */
final class PlanChange {

    private static final String ITEMS = "items";
    private static final String BEHAVIOR = "proration_behavior";
    private static final List<String> BEHAVIORS = List.of("create_prorations", "always_invoice", "none");

    private final SubscriptionBook book;

    PlanChange(SubscriptionBook book) {
        this.book = book;
    }

    /**
     * Changes what the request asks to be changed.
     *
     * @param previous the fields of the subscription that the request changes, as they were
     * @throws StripeError when an item or price does not exist or does not fit
     */
    void apply(Tx tx, JsonObject subscription, Params params, JsonObject previous) {
        @Nullable String given = params.oneOf(BEHAVIOR, BEHAVIORS);
        String behavior = given == null ? "create_prorations" : given;
        List<JsonObject> parts = new ArrayList<>();
        for (Params change : params.list(ITEMS)) {
            JsonObject item = item(subscription, change);
            long unused = rest(tx, subscription, SubscriptionItems.amount(item));
            parts.add(InvoiceLine.part(tx, subscription, item, Math.negateExact(unused)));
            change(tx, subscription, item, change);
            long remaining = rest(tx, subscription, SubscriptionItems.amount(item));
            parts.add(InvoiceLine.part(tx, subscription, item, remaining));
        }
        if (behavior.equals("always_invoice") && !parts.isEmpty()) {
            book.chargeNow(tx, subscription, parts, previous);
            return;
        }
        if (behavior.equals("create_prorations")) {
            SubscriptionBook.chargeLater(subscription, parts);
        }
        book.updated(tx, subscription, previous);
    }

    private static JsonObject item(JsonObject subscription, Params change) {
        String id = change.required("id");
        return SubscriptionItems.of(subscription).stream()
                .filter(item -> Json.is(item, "id", id))
                .findFirst()
                .orElseThrow(() -> StripeError.noReferent(Kind.SUBSCRIPTION_ITEM, change.path("id"), id));
    }

    private static void change(Tx tx, JsonObject subscription, JsonObject item, Params change) {
        String id = change.text("price");
        if (id != null) {
            JsonObject price = LineItems.existing(tx, change, id);
            requireAlike(subscription, item, price, change.path("price"));
            SubscriptionItems.price(item, price);
        }
        Long quantity = change.integer("quantity", 1, LineItems.MAX_QUANTITY);
        if (quantity != null) {
            item.addProperty("quantity", quantity);
        }
    }

    private static void requireAlike(JsonObject subscription, JsonObject item, JsonObject price, String param) {
        boolean fits = Json.is(price, "type", "recurring")
                && Json.is(price, "currency", Json.requiredString(subscription, "currency"))
                && BillingCycle.isSame(price, item.getAsJsonObject("price"));
        if (!fits) {
            throw StripeError.invalid(
                    null, param, "This sandbox changes only to a recurring price of the same currency and interval.");
        }
    }

    /** The share of the rest of the current period, rounded to the nearest minor unit. */
    private static long rest(Tx tx, JsonObject subscription, long amount) {
        long start = SubscriptionItems.periodStart(subscription);
        long end = SubscriptionItems.periodEnd(subscription);
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(end - tx.nowSeconds()))
                .divide(BigDecimal.valueOf(end - start), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
