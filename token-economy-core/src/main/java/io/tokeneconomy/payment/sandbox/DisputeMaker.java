package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;

/** The dispute object as it begins, before any money moves. */
final class DisputeMaker {

    private static final Duration TO_RESPOND = Duration.ofDays(9);

    private DisputeMaker() {}

    static JsonObject make(Tx tx, JsonObject charge, DisputeTerms terms) {
        JsonObject dispute = new JsonObject();
        dispute.addProperty("id", Kind.DISPUTE.newId());
        dispute.addProperty("object", Kind.DISPUTE.object());
        dispute.add("amount", charge.get("amount_captured"));
        if (terms.amount() != null) {
            dispute.addProperty("amount", terms.amount());
        }
        dispute.add("balance_transactions", new JsonArray());
        dispute.addProperty("charge", Json.requiredString(charge, "id"));
        dispute.addProperty("created", tx.nowSeconds());
        dispute.add("currency", charge.get("currency"));
        dispute.add("evidence_details", evidence(tx));
        dispute.addProperty("is_charge_refundable", true);
        dispute.add("payment_intent", charge.get("payment_intent"));
        dispute.add("payment_method_details", method(charge, terms.isInquiry() ? "inquiry" : "chargeback"));
        dispute.addProperty("reason", terms.reason());
        dispute.addProperty("status", terms.isInquiry() ? "warning_needs_response" : "needs_response");
        return dispute;
    }

    private static JsonObject evidence(Tx tx) {
        JsonObject details = new JsonObject();
        details.addProperty("due_by", tx.now().plus(TO_RESPOND).getEpochSecond());
        details.add("enhanced_eligibility", new JsonObject());
        details.addProperty("has_evidence", false);
        details.addProperty("past_due", false);
        details.addProperty("submission_count", 0);
        return details;
    }

    /** Stripe tells nothing of the method when it is a bank debit. */
    private static JsonElement method(JsonObject charge, String caseType) {
        JsonObject paid = charge.getAsJsonObject("payment_method_details");
        if (!Json.is(paid, "type", "card")) {
            return JsonNull.INSTANCE;
        }
        String brand = Json.requiredString(paid.getAsJsonObject("card"), "brand");
        JsonObject card = new JsonObject();
        card.addProperty("brand", brand);
        card.addProperty("case_type", caseType);
        card.addProperty("network", brand);
        card.addProperty("network_reason_code", "10.4");
        JsonObject method = new JsonObject();
        method.add("card", card);
        method.addProperty("type", "card");
        return method;
    }
}
