package io.tokeneconomy.servlet;

import com.google.gson.JsonObject;
import java.util.Map;

/** One error answer, in words and headers; rendered as JSON or as a page. */
record Problem(ProblemCode code, String detail, Map<String, String> headers) {

    private static final String RETRY_SECONDS = "5";

    static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of());
    }

    static Problem retryable(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of("Retry-After", RETRY_SECONDS));
    }

    static Problem notAllowed(String allowedMethods) {
        return new Problem(
                ProblemCode.METHOD_NOT_ALLOWED, "Allowed here: " + allowedMethods, Map.of("Allow", allowedMethods));
    }

    Reply toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("type", "urn:tokeneconomy:problem:" + code.code());
        json.addProperty("title", code.title());
        json.addProperty("status", code.status());
        json.addProperty("detail", detail);
        json.addProperty("code", code.code());
        return withHeaders(Reply.problem(code.status(), json));
    }

    Reply withHeaders(Reply reply) {
        headers.forEach(reply::header);
        return reply;
    }
}
