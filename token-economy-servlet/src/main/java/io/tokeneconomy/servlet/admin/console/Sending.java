package io.tokeneconomy.servlet.admin.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends one answer, with the headers that belong to it. */
record Sending(HttpServletRequest request, HttpServletResponse response, String operator) {

    /** Only our own files; nothing inline, nothing from elsewhere, in no frame. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    void send(Answer answer, String place) throws IOException {
        header("Cache-Control", "no-store");
        if (answer instanceof Answer.Page page) {
            header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            header("Cross-Origin-Opener-Policy", "same-origin");
            byte[] html = Frame.html(page, place, operator).getBytes(StandardCharsets.UTF_8);
            body(page.status(), "text/html;charset=UTF-8", html);
        } else if (answer instanceof Answer.Download file) {
            header("Content-Disposition", "attachment; filename=\"" + file.name() + '"');
            body(200, file.type(), file.content());
        } else if (answer instanceof Answer.Redirect redirect) {
            redirect(redirect.to());
        }
    }

    /** Relative, so that it holds behind any proxy; containers would make it absolute. */
    void redirect(String to) {
        header("Cache-Control", "no-store");
        header("Location", to);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    void asset(Asset asset) throws IOException {
        header("Cache-Control", "private, max-age=31536000, immutable");
        body(200, asset.type(), asset.content());
    }

    private void body(int status, String type, byte[] content) throws IOException {
        header("X-Content-Type-Options", "nosniff");
        // addresses have customers' ids in them; no-referrer would turn Origin into null as well
        header("Referrer-Policy", "same-origin");
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private void header(String name, String value) {
        response.setHeader(name, value);
    }
}
