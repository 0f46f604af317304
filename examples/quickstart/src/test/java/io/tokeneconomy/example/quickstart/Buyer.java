package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** A signed-in user's browser, as far as HTTP goes. */
record Buyer(URI shop, String user, String cookie, String csrf) {

    /** An open checkout. */
    record Checkout(String id, URI url) {}

    static Buyer signIn(URI shop, String user) throws IOException {
        HttpResponse<String> answer = Http.send(Http.form(shop.resolve("/login"), "user=" + user));
        assertThat(answer.statusCode()).isEqualTo(303);
        HttpCookie cookie = HttpCookie.parse(
                        answer.headers().firstValue("Set-Cookie").orElseThrow())
                .get(0);
        return new Buyer(shop, user, cookie.getName() + "=" + cookie.getValue(), "").withToken();
    }

    /** {@return the same browser at another process of the shop} */
    Buyer at(URI otherShop) {
        return new Buyer(otherShop, user, cookie, csrf);
    }

    Buyer withToken() throws IOException {
        JsonObject session = json(get("/api/tokens/session"));
        assertThat(session.get("user").getAsString()).isEqualTo(user);
        return new Buyer(
                shop, user, cookie, session.getAsJsonObject("csrf").get("token").getAsString());
    }

    HttpRequest.Builder request(String path) {
        return Http.request(shop.resolve(path)).header("Cookie", cookie);
    }

    HttpResponse<String> get(String path) throws IOException {
        return Http.send(request(path));
    }

    HttpRequest.Builder posting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", csrf)
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return Http.send(posting(path, body));
    }

    Checkout checkout(String packageId) throws IOException {
        JsonObject session = json(post("/api/tokens/create-checkout-session", "{\"package\":\"" + packageId + "\"}"));
        return new Checkout(
                session.get("id").getAsString(), URI.create(session.get("url").getAsString()));
    }

    /** Buys with a good card, and comes back. */
    Checkout buy(String packageId) throws IOException {
        Checkout checkout = checkout(packageId);
        HttpResponse<String> paid = Http.pay(checkout.url(), "4242424242424242");
        assertThat(paid.statusCode()).isEqualTo(303);
        return checkout;
    }

    HttpResponse<String> generate(String key) throws IOException {
        return Http.send(posting(GenerateServlet.PATH, "").header("Idempotency-Key", key));
    }

    long balance() throws IOException {
        return json(get("/api/tokens/balance")).get("balance").getAsLong();
    }

    /** {@return the newest 100 entries} */
    List<JsonObject> transactions() throws IOException {
        return objects(json(get("/api/tokens/transactions?limit=100")).getAsJsonArray("transactions"));
    }

    static JsonObject json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    static List<JsonObject> objects(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }
}
