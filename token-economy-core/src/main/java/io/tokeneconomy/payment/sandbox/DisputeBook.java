package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * The life of a dispute ({@code docs.stripe.com/disputes/how-disputes-work}). An inquiry's status begins with {@code
 * warning_} and moves no money; it may become a chargeback under the same id. A chargeback takes the money at once and
 * gives it back when it is won.
 */
final class DisputeBook {

    static final int MAX_PER_CHARGE = 100;

    private static final String WARNING = "warning_";

    private final EventLog events;
    private final FraudWarnings warnings;

    DisputeBook(EventLog events, FraudWarnings warnings) {
        this.events = events;
        this.warnings = warnings;
    }

    /** What the card brings about by itself. */
    void follow(Tx tx, JsonObject charge, Aftermath aftermath) {
        DisputeTerms terms = aftermath.dispute();
        if (terms != null) {
            open(tx, charge, terms);
        } else if (aftermath == Aftermath.FRAUD_WARNING) {
            warn(tx, charge);
        }
    }

    /** @throws StripeError when the charge took no money */
    String warn(Tx tx, JsonObject charge) {
        requireMoney(charge);
        return warnings.warn(tx, charge);
    }

    /** @throws StripeError when the charge took no money, or less than the amount */
    JsonObject open(Tx tx, JsonObject charge, DisputeTerms terms) {
        check(tx, charge, terms);
        JsonObject dispute = DisputeMaker.make(tx, charge, terms);
        if (!terms.isInquiry()) {
            withdraw(tx, dispute);
        }
        tx.put(Kind.DISPUTE, dispute);
        charge.addProperty("disputed", true);
        tx.put(Kind.CHARGE, charge);
        emit(tx, "created", dispute, new JsonObject());
        if (!terms.isInquiry()) {
            emit(tx, "funds_withdrawn", dispute, new JsonObject());
        }
        return dispute;
    }

    private static void check(Tx tx, JsonObject charge, DisputeTerms terms) {
        String id = Json.requiredString(charge, "id");
        long captured = requireMoney(charge);
        if (terms.amount() != null && (terms.amount() < 1 || terms.amount() > captured)) {
            throw StripeError.invalid(
                    null, "amount", "A dispute of charge " + id + " is of 1 to " + captured + " minor units.");
        }
        if (tx.linkedTo(Kind.DISPUTE, id).count() >= MAX_PER_CHARGE) {
            throw StripeError.invalid(
                    null, null, "This sandbox keeps at most " + MAX_PER_CHARGE + " disputes of a charge.");
        }
    }

    private static long requireMoney(JsonObject charge) {
        long captured = Json.number(charge, "amount_captured", 0);
        if (!Json.is(charge, "status", "succeeded") || captured == 0) {
            throw StripeError.invalid(
                    null,
                    null,
                    "Charge " + Json.requiredString(charge, "id") + " took no money that could be disputed.");
        }
        return captured;
    }

    /** The inquiry becomes a chargeback. */
    JsonObject escalate(Tx tx, JsonObject dispute) {
        requireInquiry(dispute, "be escalated");
        withdraw(tx, dispute);
        JsonObject details = dispute.get("payment_method_details").isJsonObject()
                ? dispute.getAsJsonObject("payment_method_details").getAsJsonObject("card")
                : new JsonObject();
        details.addProperty("case_type", "chargeback");
        move(tx, dispute, "needs_response", "updated");
        emit(tx, "funds_withdrawn", dispute, new JsonObject());
        return dispute;
    }

    /** The shop's evidence goes to the bank. */
    JsonObject submit(Tx tx, JsonObject dispute) {
        requireUnanswered(dispute);
        dispute.getAsJsonObject("evidence_details").addProperty("has_evidence", true);
        return submit(tx, dispute, new JsonObject());
    }

    /**
     * As {@link #submit(Tx, JsonObject)}, with the evidence the dispute holds.
     *
     * @param previous what else has changed was before
     */
    JsonObject submit(Tx tx, JsonObject dispute, JsonObject previous) {
        requireUnanswered(dispute);
        JsonObject details = dispute.getAsJsonObject("evidence_details");
        details.addProperty("submission_count", Json.number(details, "submission_count") + 1);
        details.addProperty("past_due", Json.number(details, "due_by") < tx.nowSeconds());
        String status = Json.requiredString(dispute, "status").replace("needs_response", "under_review");
        return move(tx, dispute, status, "updated", previous);
    }

    /**
     * Evidence that stays with the shop for now, or metadata. Nothing is told when nothing changed.
     *
     * @param previous what has changed was before
     */
    JsonObject amend(Tx tx, JsonObject dispute, JsonObject previous) {
        if (!previous.isEmpty()) {
            tx.put(Kind.DISPUTE, dispute);
            emit(tx, "updated", dispute, previous);
        }
        return dispute;
    }

    /** The shop gives in, for good. */
    JsonObject accept(Tx tx, JsonObject dispute) {
        if (!Json.is(dispute, "status", "needs_response")) {
            throw refused(dispute, "be closed");
        }
        return move(tx, dispute, "lost", "closed");
    }

    static void requireUnanswered(JsonObject dispute) {
        if (!Json.requiredString(dispute, "status").endsWith("needs_response")) {
            throw refused(dispute, "be answered");
        }
    }

    /** The shop keeps the money. */
    JsonObject win(Tx tx, JsonObject dispute) {
        requireWithdrawn(dispute, "be won");
        DisputeFunds.reinstate(tx, dispute);
        dispute.addProperty("is_charge_refundable", true);
        move(tx, dispute, "won", "closed");
        emit(tx, "funds_reinstated", dispute, new JsonObject());
        return dispute;
    }

    /** The buyer keeps the money. */
    JsonObject lose(Tx tx, JsonObject dispute) {
        requireWithdrawn(dispute, "be lost");
        if (Json.is(dispute, "status", "lost")) {
            throw refused(dispute, "be lost");
        }
        return move(tx, dispute, "lost", "closed");
    }

    /** The inquiry ends without a chargeback. */
    JsonObject closeWarning(Tx tx, JsonObject dispute) {
        requireInquiry(dispute, "be closed");
        return move(tx, dispute, "warning_closed", "closed");
    }

    /** Any status, without any money moving. */
    JsonObject updated(Tx tx, JsonObject dispute, String status) {
        return move(tx, dispute, status, "updated");
    }

    private static void withdraw(Tx tx, JsonObject dispute) {
        DisputeFunds.withdraw(tx, dispute);
        dispute.addProperty("is_charge_refundable", false);
    }

    private JsonObject move(Tx tx, JsonObject dispute, String status, String event) {
        return move(tx, dispute, status, event, new JsonObject());
    }

    private JsonObject move(Tx tx, JsonObject dispute, String status, String event, JsonObject previous) {
        previous.add("status", dispute.get("status"));
        dispute.addProperty("status", status);
        tx.put(Kind.DISPUTE, dispute);
        emit(tx, event, dispute, previous);
        return dispute;
    }

    private void emit(Tx tx, String what, JsonObject dispute, JsonObject previous) {
        events.emit(tx, "charge.dispute." + what, dispute, previous);
    }

    private static void requireInquiry(JsonObject dispute, String wanted) {
        String status = Json.requiredString(dispute, "status");
        if (!status.startsWith(WARNING) || status.equals("warning_closed")) {
            throw refused(dispute, wanted);
        }
    }

    private static void requireWithdrawn(JsonObject dispute, String wanted) {
        if (!DisputeFunds.areWithdrawn(dispute)) {
            throw refused(dispute, wanted);
        }
    }

    private static StripeError refused(JsonObject dispute, String wanted) {
        return StripeError.invalid(
                null,
                null,
                "Dispute " + Json.requiredString(dispute, "id") + " cannot " + wanted + " because its status is "
                        + Json.requiredString(dispute, "status") + ".");
    }
}
