package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** What a price of its own and the {@code price_data} of a line item have in common. */
final class PriceMaker {

    /** Stripe takes amounts of at most eight digits. */
    static final long MAX_AMOUNT = 99_999_999;

    private PriceMaker() {}

    static String existingProduct(Tx tx, Params params, String id) {
        return tx.find(Kind.PRODUCT, id)
                .map(product -> Json.requiredString(product, "id"))
                .orElseThrow(() -> StripeError.noReferent(Kind.PRODUCT, params.path("product"), id));
    }

    /** A price that is not kept yet. */
    static JsonObject make(Tx tx, Params params, String product) {
        JsonObject price = new JsonObject();
        price.addProperty("id", Kind.PRICE.newId());
        price.addProperty("object", Kind.PRICE.object());
        price.addProperty("created", tx.nowSeconds());
        price.addProperty("currency", Currencies.required(params, "currency"));
        price.addProperty("product", product);
        long amount = amount(params);
        price.addProperty("unit_amount", amount);
        price.addProperty("unit_amount_decimal", String.valueOf(amount));
        price.addProperty("active", true);
        setTaxBehavior(price, params);
        setRecurring(price, params);
        return price;
    }

    static void setTaxBehavior(JsonObject price, Params params) {
        String behavior = params.oneOf("tax_behavior", List.of("exclusive", "inclusive", "unspecified"));
        if (behavior != null) {
            price.addProperty("tax_behavior", behavior);
        }
    }

    private static long amount(Params params) {
        boolean decimal = params.has("unit_amount_decimal");
        if (decimal == params.has("unit_amount")) {
            throw decimal
                    ? StripeError.invalid(
                            null,
                            params.path("unit_amount"),
                            "You may only specify one of: unit_amount, unit_amount_decimal.")
                    : StripeError.missingParam(params.path("unit_amount"));
        }
        // The sandbox takes no fractions of a minor unit.
        Long amount = params.integer(decimal ? "unit_amount_decimal" : "unit_amount", 0, MAX_AMOUNT);
        return amount == null ? 0 : amount;
    }

    private static void setRecurring(JsonObject price, Params params) {
        Params given = params.inside("recurring");
        price.addProperty("type", given.isEmpty() ? "one_time" : "recurring");
        if (given.isEmpty()) {
            return;
        }
        JsonObject recurring = new JsonObject();
        given.required("interval");
        recurring.addProperty("interval", given.oneOf("interval", List.of("day", "week", "month", "year")));
        Long count = given.integer("interval_count", 1, 365);
        recurring.addProperty("interval_count", count == null ? 1 : count);
        recurring.add("meter", JsonNull.INSTANCE);
        recurring.add("trial_period_days", JsonNull.INSTANCE);
        recurring.addProperty("usage_type", "licensed");
        price.add("recurring", recurring);
    }
}
