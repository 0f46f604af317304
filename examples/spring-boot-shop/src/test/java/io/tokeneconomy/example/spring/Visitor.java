package io.tokeneconomy.example.spring;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser and its cookies. */
final class Visitor {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String shop;

    Visitor(int port) {
        this.shop = "http://localhost:" + port;
    }

    Visitor signIn(String name) throws IOException, InterruptedException {
        String form = get("/login").body();
        submit("/login", Map.of("username", name, "password", "tokens", "_csrf", csrf(form)));
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** A post of the shop's own page. */
    HttpResponse<String> draw(String what) throws IOException, InterruptedException {
        return submit("/pictures", Map.of("what", what, "_csrf", csrf(get("/").body())));
    }

    /** A form of the buy page, as a browser without script sends it: every hidden field as it stands there. */
    HttpResponse<String> submitPackage(String packageId) throws IOException, InterruptedException {
        String form = found(
                "(?s)(<form[^>]*data-package=\"" + packageId + "\".*?</form>)",
                get("/tokens/buy").body());
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(form);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return submit("/tokens/buy", fields);
    }

    /** A post of our script: header and token as the session says. */
    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        String session = get("/api/tokens/session").body();
        return send(request(path)
                .header(found("\"header\":\"([^\"]+)\"", session), found("\"token\":\"([^\"]+)\"", session))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Buys with a good card on the sandbox's page, and returns as its success page has browsers do. */
    void buy(String packageId) throws IOException, InterruptedException {
        String checkout = post("/api/tokens/create-checkout-session", "{\"package\":\"" + packageId + "\"}")
                .body();
        send(form(URI.create(found("\"url\":\"([^\"]+)\"", checkout) + "/pay"), Map.of("card", "4242424242424242")));
        post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + found("\"id\":\"([^\"]+)\"", checkout) + "\"}");
    }

    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static String csrf(String page) {
        return found("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", page);
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(form(URI.create(shop + path), fields));
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
