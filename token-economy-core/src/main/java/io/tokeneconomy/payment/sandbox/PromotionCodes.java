package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v1/promotion_codes} ({@code docs.stripe.com/api/promotion_codes}): what a buyer types to get a coupon. */
final class PromotionCodes {

    private static final String URL = "/v1/promotion_codes";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private PromotionCodes() {}

    static List<Route> routes() {
        Accepted fields = Accepted.of(
                "promotion[type]",
                "promotion[coupon]",
                "active",
                "code",
                "max_redemptions",
                "expires_at",
                "metadata",
                "metadata[*]",
                "!customer",
                "!customer_account",
                "!restrictions[**]");
        return List.of(
                Route.post(URL, fields, PromotionCodes::create),
                Route.get(URL, Listing.accepted("active", "code", "!coupon", "!customer"), PromotionCodes::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.PROMOTION_CODE)));
    }

    private static JsonObject create(Call call) {
        Params params = call.params();
        Params promotion = params.inside("promotion");
        promotion.required("type");
        promotion.oneOf("type", List.of("coupon"));
        String coupon = promotion.required("coupon");
        if (call.tx().find(Kind.COUPON, coupon).isEmpty()) {
            throw StripeError.noReferent(Kind.COUPON, promotion.path("coupon"), coupon);
        }
        JsonObject reference = new JsonObject();
        reference.addProperty("coupon", coupon);
        reference.addProperty("type", "coupon");
        JsonObject code = new JsonObject();
        code.addProperty("id", Kind.PROMOTION_CODE.newId());
        code.addProperty("object", Kind.PROMOTION_CODE.object());
        code.addProperty("active", !Boolean.FALSE.equals(params.flag("active")));
        code.addProperty("code", text(call));
        code.addProperty("created", call.tx().nowSeconds());
        code.add("metadata", Metadata.of(params));
        code.add("promotion", reference);
        Redemptions.limit(code, params, "expires_at");
        call.tx().put(Kind.PROMOTION_CODE, code);
        return code;
    }

    private static String text(Call call) {
        String given = call.params().text("code");
        String text = given == null ? Ids.random("", 8).toUpperCase(Locale.ROOT) : given;
        if (!CODE.matcher(text).matches()) {
            throw StripeError.invalid(null, "code", "A promotion code has 1 to 64 letters, digits and hyphens.");
        }
        if (usable(call.tx(), text).isPresent()) {
            throw StripeError.invalid(
                    null, "code", "An active promotion code with `code: " + text + "` already exists.");
        }
        return text;
    }

    private static JsonObject list(Call call) {
        Boolean active = call.params().flag("active");
        String code = call.params().text("code");
        return Listing.of(
                call,
                Kind.PROMOTION_CODE,
                URL,
                each -> (active == null || active == Json.flag(each, "active"))
                        && (code == null || code.equalsIgnoreCase(Json.string(each, "code"))));
    }

    /** The code as a buyer types it, in any case, if it can be used now. */
    static Optional<JsonObject> usable(Tx tx, String typed) {
        return tx.newestFirst(Kind.PROMOTION_CODE)
                .filter(code -> typed.equalsIgnoreCase(Json.string(code, "code")))
                .filter(code -> Json.flag(code, "active") && Redemptions.isUsable(tx, code))
                .findFirst();
    }

    static String coupon(JsonObject code) {
        return Json.requiredString(code.getAsJsonObject("promotion"), "coupon");
    }
}
