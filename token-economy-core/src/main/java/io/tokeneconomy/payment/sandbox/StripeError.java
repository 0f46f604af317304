package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A refusal in the shape of Stripe's error object ({@code docs.stripe.com/api/errors}). Nothing was changed. */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;

    private StripeError(int status, String type, @Nullable String code, @Nullable String param, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static StripeError invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeError(400, INVALID_REQUEST, code, param, message);
    }

    static StripeError missingParam(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static StripeError unknownParam(String param) {
        return invalid("parameter_unknown", param, "Received unknown parameter: " + param);
    }

    static StripeError unsupported(String param) {
        return invalid(null, param, "Stripe knows '" + param + "', but this sandbox does not support it.");
    }

    /** The object of the address does not exist. */
    static StripeError notFound(Kind kind, String param, String id) {
        return new StripeError(404, INVALID_REQUEST, "resource_missing", param, noSuch(kind, id));
    }

    /** An object that a parameter refers to does not exist. */
    static StripeError noReferent(Kind kind, String param, String id) {
        return invalid("resource_missing", param, noSuch(kind, id));
    }

    private static String noSuch(Kind kind, String id) {
        return "No such " + kind.object() + ": '" + id + "'";
    }

    static StripeError unknownUrl(String method, String path) {
        return new StripeError(
                404,
                INVALID_REQUEST,
                null,
                null,
                "Unrecognized request URL (" + method + ": " + path + "). This is the sandbox, which stands in for"
                        + " a part of Stripe's API.");
    }

    static StripeError wrongKey() {
        return new StripeError(
                401,
                INVALID_REQUEST,
                null,
                null,
                "Invalid API Key provided. The sandbox accepts only " + StripeSandbox.API_KEY + ".");
    }

    static StripeError foreignHost() {
        return new StripeError(
                403,
                INVALID_REQUEST,
                null,
                null,
                "The sandbox answers only when it is addressed as 127.0.0.1, localhost or [::1].");
    }

    static StripeError tooLarge(int maxBytes) {
        return new StripeError(413, INVALID_REQUEST, null, null, "The body is longer than " + maxBytes + " bytes.");
    }

    static StripeError reusedKey(String key) {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with."
                        + " Try using a key other than '" + key + "' if you meant to execute a different request.");
    }

    static StripeError broken() {
        return new StripeError(500, "api_error", null, null, "The sandbox failed; its log tells why.");
    }

    int status() {
        return status;
    }

    JsonObject json() {
        JsonObject error = new JsonObject();
        error.addProperty("type", type);
        error.addProperty("message", getMessage());
        if (code != null) {
            error.addProperty("code", code);
            error.addProperty("doc_url", "https://docs.stripe.com/error-codes/" + code.replace('_', '-'));
        }
        if (param != null) {
            error.addProperty("param", param);
        }
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body;
    }
}
