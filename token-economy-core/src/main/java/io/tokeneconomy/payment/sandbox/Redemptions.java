package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** How often and how long a coupon or promotion code can be used. */
final class Redemptions {

    private static final String ENDS_AT = "_ends_at";

    private Redemptions() {}

    /** @param end the name of the field with the last second */
    static void limit(JsonObject object, Params params, String end) {
        Long most = params.integer("max_redemptions", 1, Integer.MAX_VALUE);
        if (most != null) {
            object.addProperty("max_redemptions", most);
        }
        Long last = params.integer(end);
        if (last != null) {
            object.addProperty(end, last);
            object.addProperty(ENDS_AT, last);
        }
    }

    static boolean isUsable(Tx tx, JsonObject object) {
        boolean left = !object.has("max_redemptions")
                || Json.number(object, "times_redeemed", 0) < Json.number(object, "max_redemptions");
        return left && tx.nowSeconds() <= Json.number(object, ENDS_AT, Long.MAX_VALUE);
    }

    static void count(Tx tx, Kind kind, String id) {
        tx.find(kind, id).ifPresent(object -> {
            object.addProperty("times_redeemed", Json.number(object, "times_redeemed", 0) + 1);
            if (kind == Kind.COUPON) {
                object.addProperty("valid", isUsable(tx, object));
            }
            tx.put(kind, object);
        });
    }
}
