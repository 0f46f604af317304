package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The discount of a session: given with it, or typed by the buyer as a promotion code. */
final class Discounts {

    private static final String FIELD = "discounts";

    private Discounts() {}

    /** @throws StripeError when the discount does not exist, cannot be used, or is more than one */
    static void add(Tx tx, JsonObject session, Params params) {
        List<Params> given = params.list(FIELD);
        if (given.isEmpty()) {
            return;
        }
        if (params.has("allow_promotion_codes")) {
            throw StripeError.invalid(
                    null, FIELD, "You may only specify one of these parameters: allow_promotion_codes, discounts.");
        }
        Params discount = given.get(0);
        String coupon = discount.text("coupon");
        String code = discount.text("promotion_code");
        if (given.size() > 1 || (coupon == null) == (code == null)) {
            throw StripeError.invalid(null, FIELD, "Give one discount with either coupon or promotion_code.");
        }
        if (code != null) {
            JsonObject found = tx.find(Kind.PROMOTION_CODE, code)
                    .orElseThrow(
                            () -> StripeError.noReferent(Kind.PROMOTION_CODE, discount.path("promotion_code"), code));
            requireUsable(tx, found, discount.path("promotion_code"));
            set(session, PromotionCodes.coupon(found), code);
        } else if (coupon != null) {
            JsonObject found = tx.find(Kind.COUPON, coupon)
                    .orElseThrow(() -> StripeError.noReferent(Kind.COUPON, discount.path("coupon"), coupon));
            requireUsable(tx, found, discount.path("coupon"));
            set(session, coupon, null);
        }
    }

    private static void requireUsable(Tx tx, JsonObject object, String param) {
        if (!Redemptions.isUsable(tx, object)) {
            throw StripeError.invalid("coupon_expired", param, "This discount is expired or used up.");
        }
    }

    /** What the buyer typed; false when it is no code that can be used. */
    static boolean type(Tx tx, JsonObject session, String typed) {
        if (!Json.flag(session, "allow_promotion_codes")) {
            throw StripeError.invalid(null, null, "The session does not allow promotion codes.");
        }
        Optional<JsonObject> code = PromotionCodes.usable(tx, typed);
        code.ifPresent(found -> set(session, PromotionCodes.coupon(found), Json.requiredString(found, "id")));
        return code.isPresent();
    }

    private static void set(JsonObject session, String coupon, @Nullable String code) {
        JsonObject discount = new JsonObject();
        discount.addProperty("coupon", coupon);
        discount.add("promotion_code", Json.of(code));
        JsonArray all = new JsonArray();
        all.add(discount);
        session.add(FIELD, all);
    }

    /** How much the session's discount takes off. */
    static long of(Tx tx, JsonObject session, long subtotal) {
        return current(session)
                .flatMap(discount -> tx.find(Kind.COUPON, Json.string(discount, "coupon")))
                .map(coupon -> Coupons.discount(coupon, subtotal, Json.requiredString(session, "currency")))
                .orElse(0L);
    }

    /** The coupon of the session, if it holds for every later invoice too. */
    static @Nullable String lasting(Tx tx, JsonObject session) {
        return current(session)
                .map(discount -> Json.requiredString(discount, "coupon"))
                .filter(id -> tx.find(Kind.COUPON, id)
                        .filter(coupon -> Json.is(coupon, "duration", "forever"))
                        .isPresent())
                .orElse(null);
    }

    /** The session is complete: its discount is used once more. */
    static void redeem(Tx tx, JsonObject session) {
        current(session).ifPresent(discount -> {
            Redemptions.count(tx, Kind.COUPON, Json.requiredString(discount, "coupon"));
            String code = Json.string(discount, "promotion_code");
            if (code != null) {
                Redemptions.count(tx, Kind.PROMOTION_CODE, code);
            }
        });
    }

    private static Optional<JsonObject> current(JsonObject session) {
        return Optional.ofNullable(session.getAsJsonArray(FIELD))
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(0).getAsJsonObject());
    }
}
