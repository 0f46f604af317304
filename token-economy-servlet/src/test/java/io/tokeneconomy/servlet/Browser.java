package io.tokeneconomy.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client with cookies of its own. Sends JSON as script of the same site does, unless told otherwise. */
final class Browser {

    final Map<String, String> headers = new LinkedHashMap<>();
    final CookieManager cookies = new BehindTls();

    private final URI root;
    private final HttpClient client;

    Browser(URI root, @Nullable String user) {
        this.root = root;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
        headers.put("Content-Type", "application/json");
        headers.put("Sec-Fetch-Site", "same-origin");
        if (user != null) {
            headers.put("X-User", URLEncoder.encode(user, StandardCharsets.UTF_8));
        }
    }

    /** The shops of these tests call themselves https, as behind a proxy that ends TLS. */
    private static final class BehindTls extends CookieManager {

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Browser without(String header) {
        headers.remove(header);
        return this;
    }

    /** {@return the value of a cookie} */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Has a cookie that was kept somewhere. */
    void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(root, cookie);
    }

    /** Fetches a CSRF token and sends it from now on. */
    Browser withToken() {
        return with(CsrfProtection.HEADER, freshToken());
    }

    String freshToken() {
        return get("/api/tokens/session")
                .field("csrf")
                .getAsJsonObject()
                .get("token")
                .getAsString();
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    Answer postChunked(String path, byte[] body) {
        return send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    /** {@return the first line of the answer to a form of that size} It is refused unread, so none of it is sent. */
    String announce(String path, int bytes) {
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return Raw.statusLine(
                root,
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + lines + "Content-Length: " + bytes
                        + "\r\n\r\n");
    }

    Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
        headers.forEach(request::setHeader);
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
