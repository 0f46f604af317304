package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tokeneconomy.ledger.IdempotencyKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample of security rules does what it says; tried on the emulator as a signed-in client. */
class RulesTest extends FirestoreTest {

    private static final String PROJECT = "tests";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeEach
    void loadRulesAndBook() throws Exception {
        open(options.withCollections(FirestoreCollections.DEFAULT));
        apply(grant(ALICE, 1, "rules-alice"));
        apply(grant(BOB, 1, "rules-bob"));
        put("/emulator/v1/projects/" + PROJECT + ":securityRules", rules());
    }

    @Test
    void usersReadTheirOwnAndNothingElse() throws Exception {
        assertThat(get("token_accounts/alice", "alice")).isEqualTo(200);
        assertThat(get("token_accounts/bob", "alice")).isEqualTo(403);
        assertThat(get("token_accounts/alice", null)).isEqualTo(403);
        assertThat(get("transactions/" + entry("rules-alice"), "alice")).isEqualTo(200);
        assertThat(get("transactions/" + entry("rules-bob"), "alice")).isEqualTo(403);
        assertThat(get("token_orders/ord_1", "alice")).isEqualTo(403);
    }

    @Test
    void nobodyWrites() throws Exception {
        String body = "{\"fields\":{\"user_id\":{\"stringValue\":\"alice\"}}}";
        for (String document : new String[] {"token_accounts/alice", "transactions/new", "token_orders/new"}) {
            assertThat(send("PATCH", documents(document), "alice", BodyPublishers.ofString(body)))
                    .isEqualTo(403);
            assertThat(send("DELETE", documents(document), "alice", BodyPublishers.noBody()))
                    .isEqualTo(403);
        }
        assertThat(books.account(ALICE).sequence()).isPositive();
    }

    private static String entry(String key) {
        return Layout.entryName(IdempotencyKey.of(key));
    }

    private static int get(String document, @Nullable String user) throws Exception {
        return send("GET", documents(document), user, BodyPublishers.noBody());
    }

    private static String documents(String document) {
        return "/v1/projects/" + PROJECT + "/databases/(default)/documents/" + document;
    }

    private static void put(String path, String body) throws Exception {
        assertThat(send("PUT", path, null, BodyPublishers.ofString(body))).isEqualTo(200);
    }

    private static int send(String method, String path, @Nullable String user, BodyPublisher body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + Emulator.host() + path))
                .method(method, body);
        if (user != null) {
            request.header("Authorization", "Bearer " + token(user));
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** The emulator takes a sign-in without a signature. */
    private static String token(String user) {
        String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
        String claims = "{\"sub\":\"" + user + "\",\"user_id\":\"" + user + "\",\"aud\":\"" + PROJECT
                + "\",\"iss\":\"https://securetoken.google.com/" + PROJECT + "\"}";
        return base64(header) + "." + base64(claims) + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rules() throws IOException {
        try (InputStream stream = FirestoreIndexes.class.getResourceAsStream("firestore.rules")) {
            JsonObject file = new JsonObject();
            file.addProperty("name", "firestore.rules");
            file.addProperty(
                    "content", new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
            JsonArray files = new JsonArray();
            files.add(file);
            JsonObject rules = new JsonObject();
            rules.add("files", files);
            JsonObject body = new JsonObject();
            body.add("rules", rules);
            return body.toString();
        }
    }
}
