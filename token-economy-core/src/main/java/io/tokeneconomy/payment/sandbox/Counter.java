package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/** Counts the events, from 1, restarts included. */
final class Counter {

    private static final String ID = "events";
    private static final String FIELD = "count";

    private Counter() {}

    static long next(Tx tx) {
        JsonObject kept = tx.find(Kind.SETTING, ID).orElseGet(Counter::zero);
        long next = Json.number(kept, FIELD) + 1;
        kept.addProperty(FIELD, next);
        tx.put(Kind.SETTING, kept);
        return next;
    }

    private static JsonObject zero() {
        JsonObject zero = new JsonObject();
        zero.addProperty("id", ID);
        zero.addProperty("object", Kind.SETTING.object());
        zero.addProperty(FIELD, 0);
        return zero;
    }
}
