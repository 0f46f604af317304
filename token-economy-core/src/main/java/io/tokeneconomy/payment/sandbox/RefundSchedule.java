package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When refunds move on by themselves. The plan is a private note on the refund, so that it survives a restart. */
final class RefundSchedule {

    private static final String MOVES_AT = "_moves_at_millis";
    private static final String MOVES_TO = "_moves_to";

    private final Duration delay;
    private volatile long next; // 0: not looked yet since the start

    RefundSchedule(Duration delay) {
        this.delay = delay;
    }

    /** @param then null: nothing more happens */
    void plan(Tx tx, JsonObject refund, @Nullable RefundOutcome then) {
        if (then != null) {
            long at = tx.now().plus(delay).toEpochMilli();
            refund.addProperty(MOVES_AT, at);
            refund.addProperty(MOVES_TO, then.status());
            next = Math.min(next, at);
        }
    }

    static void forget(JsonObject refund) {
        refund.remove(MOVES_AT);
        refund.remove(MOVES_TO);
    }

    boolean plannedToSucceed(JsonObject refund) {
        return Json.is(refund, MOVES_TO, RefundOutcome.SUCCEEDED.status());
    }

    /** Those whose time has come. Costs nothing until the earliest is due. */
    List<JsonObject> due(Tx tx) {
        long now = tx.now().toEpochMilli();
        if (now < next) {
            return List.of();
        }
        next = planned(tx)
                .mapToLong(refund -> Json.number(refund, MOVES_AT))
                .filter(at -> at > now)
                .min()
                .orElse(Long.MAX_VALUE);
        return planned(tx)
                .filter(refund -> Json.number(refund, MOVES_AT) <= now)
                .map(JsonObject::deepCopy)
                .toList();
    }

    private static Stream<JsonObject> planned(Tx tx) {
        return tx.oldestFirst(Kind.REFUND).filter(refund -> refund.has(MOVES_AT));
    }
}
