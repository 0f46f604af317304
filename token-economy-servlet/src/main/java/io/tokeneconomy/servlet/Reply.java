package io.tokeneconomy.servlet;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole answer, complete before its first byte is sent, so that an error never follows half an answer. */
final class Reply {

    /** Escapes what HTML could misread; writes nulls. */
    private static final Gson JSON = new GsonBuilder().serializeNulls().create();

    private final int status;
    private final @Nullable String contentType;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Reply(int status, @Nullable String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        header("X-Content-Type-Options", "nosniff");
        header("Cache-Control", "no-store");
    }

    static Reply json(JsonObject json) {
        return text(200, "application/json", JSON.toJson(json));
    }

    static Reply problem(int status, JsonObject json) {
        return text(status, "application/problem+json", JSON.toJson(json));
    }

    static Reply html(int status, String html) {
        return text(status, "text/html", html);
    }

    static Reply bytes(String contentType, byte[] body) {
        return new Reply(200, contentType, body);
    }

    static Reply empty(int status) {
        return new Reply(status, null, new byte[0]);
    }

    private static Reply text(int status, String mediaType, String text) {
        return new Reply(status, mediaType + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets a header, in the place of one set before. */
    Reply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        if (contentType == null) {
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
