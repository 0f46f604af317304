package io.tokeneconomy.example.quickstart;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The shop's own answers. */
final class Answers {

    /** Nothing but our own files; no script or style within a page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Answers() {}

    static void send(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body);
    }

    static void json(HttpServletResponse response, String json) throws IOException {
        send(response, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Answers an error as RFC 9457 has it.
     *
     * @param code what a client decides on
     * @param title the same in words, without characters that JSON would escape
     * @param more further members such as {@code ,"available":3}, or nothing
     */
    static void problem(HttpServletResponse response, int status, String code, String title, String more)
            throws IOException {
        String json = "{\"type\":\"urn:tokeneconomy:problem:" + code + "\",\"title\":\"" + title + "\",\"status\":"
                + status + ",\"code\":\"" + code + "\"" + more + "}";
        send(response, status, "application/problem+json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the browser on with GET; relative, so that no Host header can lead it elsewhere. */
    static void seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }
}
