package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's time: some other time, and what it was advanced by, which a restart does not take back. Thread-safe. */
final class MovedTime implements InstantSource {

    private static final String ID = "clock";
    private static final String AHEAD = "ahead_millis";

    private final InstantSource base;
    private volatile Duration ahead;

    MovedTime(InstantSource base, Tables tables) {
        this.base = base;
        JsonObject kept = tables.of(Kind.SETTING).get(ID);
        this.ahead = kept == null ? Duration.ZERO : Duration.ofMillis(Json.number(kept, AHEAD));
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    void advance(State state, Duration by) {
        ahead = state.step(tx -> {
            JsonObject kept = tx.find(Kind.SETTING, ID).orElseGet(MovedTime::unmoved);
            long millis = Math.addExact(Json.number(kept, AHEAD), by.toMillis());
            kept.addProperty(AHEAD, millis);
            tx.put(Kind.SETTING, kept);
            return Duration.ofMillis(millis);
        });
    }

    private static JsonObject unmoved() {
        JsonObject unmoved = new JsonObject();
        unmoved.addProperty("id", ID);
        unmoved.addProperty("object", Kind.SETTING.object());
        unmoved.addProperty(AHEAD, 0);
        return unmoved;
    }
}
