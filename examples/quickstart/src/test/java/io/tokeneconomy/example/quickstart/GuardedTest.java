package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused, and what nobody may read. */
@SuppressWarnings("NullAway.Init")
class GuardedTest {

    @TempDir
    static Path data;

    static Shop shop;
    static Buyer alice;

    @BeforeAll
    static void open() throws IOException {
        shop = Shops.open(Shops.alone(data));
        alice = Buyer.signIn(shop.baseUrl(), "alice");
        alice.buy("popular");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {GenerateServlet.PATH, "/api/tokens/create-checkout-session"})
    void aPostWithoutTheTokenIsRefused(String path) throws IOException {
        HttpResponse<String> refused = Http.send(alice.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"package\":\"popular\"}")));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("csrf_invalid");
    }

    @ParameterizedTest
    @CsvSource({"localhost, 200", "LOCALHOST, 200", "127.0.0.1, 200", "[::1], 200", "evil.example, 403"})
    void onlyTheNamesOfThisMachineAreAnswered(String host, int status) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), shop.baseUrl().getPort())) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void aTokenOfAnotherUserIsRefused() throws IOException {
        Buyer mallory = Buyer.signIn(shop.baseUrl(), "mallory");
        Buyer mixed = new Buyer(alice.shop(), "alice", alice.cookie(), mallory.csrf());

        assertThat(mixed.generate("stolen").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenOfAnEarlierSignInIsRefused() throws IOException {
        Buyer again = Buyer.signIn(shop.baseUrl(), "alice");
        Buyer mixed = new Buyer(alice.shop(), "alice", again.cookie(), alice.csrf());

        assertThat(mixed.generate("old").statusCode()).isEqualTo(403);
        assertThat(again.generate("new").statusCode()).isEqualTo(200);
    }

    @Test
    void aPostFromAnotherSiteIsRefusedEvenWithTheToken() throws IOException {
        HttpRequest.Builder fetched = alice.posting(GenerateServlet.PATH, "").header("Sec-Fetch-Site", "cross-site");
        HttpRequest.Builder old = alice.posting(GenerateServlet.PATH, "").header("Origin", "https://evil.example");

        assertThat(Http.send(fetched).body()).contains("origin_refused");
        assertThat(Http.send(old).body()).contains("origin_refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {LoginServlet.LOGIN, LoginServlet.LOGOUT})
    void anotherSiteCanSignNobodyInOrOut(String path) throws IOException {
        HttpRequest.Builder form = Http.form(shop.baseUrl().resolve(path), "user=mallory");

        HttpResponse<String> refused = Http.send(form.header("Origin", "https://evil.example"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theShopsOwnPageCanSignIn() throws IOException {
        HttpRequest.Builder form = Http.form(shop.baseUrl().resolve("/login"), "user=A.b_c-9@x")
                .header("Origin", shop.baseUrl().toString())
                .header("Sec-Fetch-Site", "same-origin");

        HttpResponse<String> answer = Http.send(form);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user=", "user=a%20b", "user=%3Cscript%3E", "user=%C3%A9", "name=alice", "user=a%0A"})
    void aNameThatIsNoneIsRefused(String form) throws IOException {
        assertThat(Http.send(Http.form(shop.baseUrl().resolve("/login"), form)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aNameHasAtMost64Characters() throws IOException {
        assertThat(Http.send(Http.form(shop.baseUrl().resolve("/login"), "user=" + "a".repeat(64)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Http.send(Http.form(shop.baseUrl().resolve("/login"), "user=" + "a".repeat(65)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aForgedCookieSignsNobodyIn() throws IOException {
        String forged = alice.cookie().replace("=alice:", "=admin:");

        assertThat(forged).isNotEqualTo(alice.cookie());
        assertThat(new Buyer(alice.shop(), "admin", forged, "")
                        .get("/api/tokens/balance")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Buyer(alice.shop(), "admin", forged, alice.csrf())
                        .generate("x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingOutTakesTheCookieAway() throws IOException {
        HttpResponse<String> answer = Http.send(alice.request("/logout").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("demo_session=;")
                .contains("Expires=Thu, 01 Jan 1970");
    }

    @Test
    void aWebhookNeedsTheRightSecret() throws IOException {
        String event = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"invoice.paid\",\"livemode\":false,"
                + "\"created\":1700000000,\"data\":{\"object\":{\"id\":\"in_1\",\"object\":\"invoice\"}}}";

        assertThat(Signed.post(Shops.webhook(shop.baseUrl()), event, "whsec_wrong")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Signed.post(Shops.webhook(shop.baseUrl()), event, Shops.SECRET)
                        .body())
                .contains("IGNORED");
    }

    @Test
    void pagesRunNoScriptButTheShopsOwn() throws IOException {
        HttpResponse<String> signedOut = Http.send(Http.request(shop.baseUrl()));
        HttpResponse<String> signedIn = alice.get("/");

        assertThat(signedOut.body()).contains("<form method=\"post\" action=\"/login\">");
        assertThat(signedIn.body()).contains("<span>alice</span>").doesNotContain("<style", "style=", "onclick");
        assertThat(signedIn.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(alice.get("/demo/home.js")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/javascript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/demo/", "/demo/signed-in.html", "/demo/../demo/Main.class"})
    void nothingElseIsServed(String path) throws IOException {
        assertThat(alice.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheOwnerCanReadTheShopsKey() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("shop.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatOthersCouldReadIsHidden(@TempDir Path folder) throws IOException {
        Path key = folder.resolve("shop.key");
        Files.write(key, new byte[32]);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        ShopKey.in(key);

        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
