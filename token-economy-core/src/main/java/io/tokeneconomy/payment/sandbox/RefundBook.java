package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a refund and what it does to its charge ({@code docs.stripe.com/refunds}). The charge counts only
 * succeeded refunds as refunded; those that wait keep others from refunding the same money.
 */
final class RefundBook {

    static final int MAX_PER_CHARGE = 1_000;

    private static final Set<String> WAITING = Set.of("pending", "requires_action");
    private static final String SUCCEEDED = RefundOutcome.SUCCEEDED.status();
    private static final String FAILED = RefundOutcome.FAILED.status();
    private static final String CANCELED = "canceled";

    private final RefundEvents events;
    private final RefundSchedule schedule;

    RefundBook(RefundEvents events, RefundSchedule schedule) {
        this.events = events;
        this.schedule = schedule;
    }

    /** @throws StripeError when the charge cannot be refunded by that amount */
    JsonObject make(Tx tx, JsonObject charge, RefundOrder order) {
        Refundable.check(tx, charge, order.amount());
        long left = Refundable.left(tx, charge);
        JsonObject refund = RefundMaker.make(tx, charge, order, order.amount() == null ? left : order.amount());
        Aftermath usual = TestCard.ofCharge(charge).aftermath();
        Optional<RefundOutcome> told = NextRefunds.take(tx);
        RefundOutcome first = told.orElse(usual.firstRefund());
        begin(refund, first);
        if (told.isEmpty()) {
            schedule.plan(tx, refund, usual.laterRefund());
        }
        tx.put(Kind.REFUND, refund);
        events.created(tx, refund);
        if (first == RefundOutcome.SUCCEEDED) {
            count(tx, charge, true);
        } else if (first == RefundOutcome.FAILED) {
            events.failed(tx, refund);
        }
        return refund;
    }

    private static void begin(JsonObject refund, RefundOutcome outcome) {
        refund.addProperty("status", outcome.status());
        if (outcome == RefundOutcome.PENDING) {
            refund.addProperty("pending_reason", "processing");
        } else if (outcome == RefundOutcome.FAILED) {
            refund.addProperty("failure_reason", "unknown");
        }
    }

    /** @throws StripeError when it does not wait */
    JsonObject succeed(Tx tx, JsonObject refund) {
        requireWaiting(refund, "succeed");
        return move(tx, refund, SUCCEEDED, null);
    }

    /**
     * Also one that had succeeded: then the charge is less refunded than before.
     *
     * @throws StripeError when it has failed already or was canceled
     */
    JsonObject fail(Tx tx, JsonObject refund, String reason) {
        if (Json.is(refund, "status", FAILED) || Json.is(refund, "status", CANCELED)) {
            throw refused(refund, "fail");
        }
        return move(tx, refund, FAILED, reason);
    }

    /** @throws StripeError when it does not wait */
    JsonObject cancel(Tx tx, JsonObject refund) {
        requireWaiting(refund, "be canceled");
        return move(tx, refund, CANCELED, null);
    }

    JsonObject annotate(Tx tx, JsonObject refund, JsonObject metadata) {
        JsonObject previous = new JsonObject();
        previous.add("metadata", refund.get("metadata"));
        refund.add("metadata", metadata);
        tx.put(Kind.REFUND, refund);
        events.updated(tx, refund, previous);
        return refund;
    }

    /** Moves on what the card's refunds do by themselves after a while. */
    void moveDue(Tx tx) {
        List<JsonObject> due = schedule.due(tx);
        for (JsonObject refund : due) {
            boolean succeeds = schedule.plannedToSucceed(refund);
            if (succeeds) {
                succeed(tx, refund);
            } else {
                fail(tx, refund, "unknown");
            }
        }
    }

    private JsonObject move(Tx tx, JsonObject refund, String status, @Nullable String failure) {
        JsonObject previous = new JsonObject();
        previous.add("status", refund.get("status"));
        boolean counted = Json.is(refund, "status", SUCCEEDED);
        refund.addProperty("status", status);
        refund.remove("pending_reason");
        RefundSchedule.forget(refund);
        if (failure != null) {
            refund.addProperty("failure_reason", failure);
        }
        tx.put(Kind.REFUND, refund);
        events.updated(tx, refund, previous);
        if (status.equals(FAILED)) {
            events.failed(tx, refund);
        }
        if (counted || status.equals(SUCCEEDED)) {
            count(tx, PaymentRef.required(tx, Kind.CHARGE, Json.requiredString(refund, "charge")), false);
        }
        return refund;
    }

    /** Writes on the charge how much of it is refunded, as a sum over its refunds. */
    private void count(Tx tx, JsonObject charge, boolean tell) {
        JsonObject previous = new JsonObject();
        previous.addProperty("amount_refunded", Json.number(charge, "amount_refunded", 0));
        previous.addProperty("refunded", Json.flag(charge, "refunded"));
        long refunded = Refundable.sum(tx, charge, SUCCEEDED::equals);
        charge.addProperty("amount_refunded", refunded);
        charge.addProperty("refunded", refunded == Json.number(charge, "amount_captured", 0));
        tx.put(Kind.CHARGE, charge);
        if (tell) {
            events.refunded(tx, charge, previous);
        }
    }

    private static void requireWaiting(JsonObject refund, String wanted) {
        if (!WAITING.contains(Json.requiredString(refund, "status"))) {
            throw refused(refund, wanted);
        }
    }

    private static StripeError refused(JsonObject refund, String wanted) {
        return StripeError.invalid(
                null,
                null,
                "Refund " + Json.requiredString(refund, "id") + " cannot " + wanted + " because its status is "
                        + Json.requiredString(refund, "status") + ".");
    }
}
