package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * What Stripe tells of refunds since version 2024-10-28. {@code charge.refunded} comes with a refund that succeeds at
 * once; whether it follows when one succeeds later is not documented, so here it does not, which is the harder case.
 */
final class RefundEvents {

    private final EventLog events;

    RefundEvents(EventLog events) {
        this.events = events;
    }

    void created(Tx tx, JsonObject refund) {
        events.emit(tx, "refund.created", refund);
    }

    /** @param previous the charge's fields that have changed, as they were */
    void refunded(Tx tx, JsonObject charge, JsonObject previous) {
        events.emit(tx, "charge.refunded", charge, previous);
    }

    /** @param previous the refund's fields that have changed, as they were */
    void updated(Tx tx, JsonObject refund, JsonObject previous) {
        events.emit(tx, "refund.updated", refund, previous);
        events.emit(tx, "charge.refund.updated", refund, previous);
    }

    void failed(Tx tx, JsonObject refund) {
        events.emit(tx, "refund.failed", refund);
    }
}
