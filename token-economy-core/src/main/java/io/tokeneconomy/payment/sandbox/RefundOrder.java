package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A refund that somebody asks for.
 *
 * @param amount in minor units of the charge's currency; null: all that is left
 * @param reason one of Stripe's, or null
 */
record RefundOrder(@Nullable Long amount, @Nullable String reason, JsonObject metadata) {

    /** As from the Dashboard: without metadata. */
    static RefundOrder plain(@Nullable Long amount) {
        return new RefundOrder(amount, null, new JsonObject());
    }
}
