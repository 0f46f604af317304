package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** {@code /v1/coupons} ({@code docs.stripe.com/api/coupons}). */
final class Coupons {

    private static final String URL = "/v1/coupons";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_ID = 200;

    private Coupons() {}

    static List<Route> routes() {
        Accepted fields = Accepted.of(
                "id",
                "name",
                "amount_off",
                "percent_off",
                "currency",
                "duration",
                "max_redemptions",
                "redeem_by",
                "metadata",
                "metadata[*]",
                "!duration_in_months",
                "!applies_to[**]",
                "!currency_options[**]");
        return List.of(
                Route.post(URL, fields, Coupons::create),
                Route.get(URL, Listing.accepted(), call -> Listing.of(call, Kind.COUPON, URL, any -> true)),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.COUPON)));
    }

    private static JsonObject create(Call call) {
        Params params = call.params();
        String id = params.text("id");
        if (id != null
                && (id.length() > MAX_ID || call.tx().find(Kind.COUPON, id).isPresent())) {
            throw StripeError.invalid("resource_already_exists", "id", "Coupon already exists or its id is too long.");
        }
        JsonObject coupon = new JsonObject();
        coupon.addProperty("id", id == null ? Kind.COUPON.newId() : id);
        coupon.addProperty("object", Kind.COUPON.object());
        coupon.addProperty("created", call.tx().nowSeconds());
        String duration = params.oneOf("duration", List.of("once", "forever"));
        coupon.addProperty("duration", duration == null ? "once" : duration);
        coupon.add("name", Json.of(params.text("name")));
        coupon.add("metadata", Metadata.of(params));
        Redemptions.limit(coupon, params, "redeem_by");
        setReduction(coupon, params);
        call.tx().put(Kind.COUPON, coupon);
        return coupon;
    }

    private static void setReduction(JsonObject coupon, Params params) {
        if (params.has("amount_off") == params.has("percent_off")) {
            throw StripeError.invalid(null, "percent_off", "Give exactly one of percent_off, amount_off.");
        }
        if (params.has("percent_off")) {
            coupon.addProperty("percent_off", percent(params));
            return;
        }
        coupon.addProperty("amount_off", params.integer("amount_off", 1, PriceMaker.MAX_AMOUNT));
        coupon.addProperty("currency", Currencies.required(params, "currency"));
    }

    private static BigDecimal percent(Params params) {
        try {
            BigDecimal percent = new BigDecimal(params.required("percent_off")).stripTrailingZeros();
            if (percent.signum() > 0 && percent.compareTo(HUNDRED) <= 0 && percent.scale() <= 2) {
                return new BigDecimal(percent.toPlainString()); // 1E+2 is no number that Stripe writes
            }
        } catch (NumberFormatException e) {
            throw badPercent(params);
        }
        throw badPercent(params);
    }

    private static StripeError badPercent(Params params) {
        return StripeError.invalid(
                null,
                "percent_off",
                "Invalid percent_off: more than 0, at most 100, two decimals; not " + params.text("percent_off"));
    }

    /** @throws StripeError when the coupon is in another currency */
    static long discount(JsonObject coupon, long subtotal, String currency) {
        if (coupon.has("percent_off")) {
            return coupon.get("percent_off")
                    .getAsBigDecimal()
                    .multiply(BigDecimal.valueOf(subtotal))
                    .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        if (!Json.is(coupon, "currency", currency)) {
            throw StripeError.invalid(
                    null, "discounts", "The coupon cannot be used with the currency " + currency + ".");
        }
        return Math.min(subtotal, Json.number(coupon, "amount_off"));
    }
}
