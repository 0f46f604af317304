package io.tokeneconomy.payment.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP to {@link Api} and back: the key, the body, the headers of Stripe's answers. */
final class ApiHandler implements HttpHandler {

    static final int MAX_BODY = 1 << 20;

    /** The version whose shapes are answered, whatever version is asked for. */
    static final String API_VERSION = "2026-07-29.dahlia";

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Api api;

    ApiHandler(Api api) {
        this.api = api;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = Ids.random("req_", 14);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Cache-Control", "no-cache, no-store");
        headers.set("request-id", requestId);
        String version = exchange.getRequestHeaders().getFirst("Stripe-Version");
        headers.set("Stripe-Version", version == null ? API_VERSION : version);
        int status = 200;
        String body;
        try {
            Api.Answer answer = answer(exchange, requestId);
            status = answer.status();
            body = answer.body();
        } catch (StripeError e) {
            status = e.status();
            body = Json.text(e.json());
        } catch (RuntimeException e) {
            LOG.error(
                    "🧪 The sandbox failed at {} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    e);
            StripeError broken = StripeError.broken();
            status = broken.status();
            body = Json.text(broken.json());
        }
        Http.send(exchange, status, body);
    }

    private Api.Answer answer(HttpExchange exchange, String requestId) throws IOException {
        if (!StripeSandbox.API_KEY.equals(key(exchange.getRequestHeaders().getFirst("Authorization")))) {
            throw StripeError.wrongKey();
        }
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        Api.Answer answer = api.answer(new Api.Request(method, path, form(exchange), key, requestId));
        Headers headers = exchange.getResponseHeaders();
        if (key != null && method.equals("POST")) {
            headers.set("Idempotency-Key", key);
            headers.set("original-request", answer.originalRequest());
        }
        if (answer.replayed()) {
            headers.set("idempotent-replayed", "true");
        }
        return answer;
    }

    private static String form(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            String query = exchange.getRequestURI().getRawQuery();
            return query == null ? "" : query;
        }
        String body = Http.body(exchange, MAX_BODY).orElseThrow(() -> StripeError.tooLarge(MAX_BODY));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!body.isEmpty() && (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM))) {
            throw StripeError.invalid(null, null, "Requests to /v1 have to be sent as " + FORM + ".");
        }
        return body;
    }

    /** Bearer, or Basic with the key as the user name. */
    private static @Nullable String key(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        if (authorization.startsWith("Bearer ")) {
            return authorization.substring("Bearer ".length()).strip();
        }
        return authorization.startsWith("Basic ") ? user(authorization.substring("Basic ".length())) : null;
    }

    private static @Nullable String user(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
            return pair.split(":", 2)[0];
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
