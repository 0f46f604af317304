package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * A card that is not taken while its owner is away ({@code docs.stripe.com/declines/codes}).
 *
 * @param code {@code card_declined} or {@code authentication_required}
 * @param declineCode the bank's reason
 * @param message what a person reads
 */
record CardRefusal(String code, String declineCode, String message) {

    /** The only field of an answer that tells of a refused card. Unlike other refusals, what was done is kept. */
    static final String FIELD = "error";

    private static final int PAYMENT_REQUIRED = 402;
    private static final int OK = 200;

    static int statusOf(JsonObject answer) {
        return answer.has(FIELD) && !answer.has("id") ? PAYMENT_REQUIRED : OK;
    }

    /** Whether the card is only refused because its owner is away. */
    boolean isAbsence() {
        return code.equals("authentication_required");
    }

    JsonObject json(String charge) {
        JsonObject error = new JsonObject();
        error.addProperty("charge", charge);
        error.addProperty("code", code);
        error.addProperty("decline_code", declineCode);
        error.addProperty("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        error.addProperty("message", message);
        error.addProperty("type", "card_error");
        return error;
    }
}
