package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private static final String CHECKOUT = "/api/tokens/create-checkout-session";

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aProblemHasTheFiveMembersAndItsMediaType() {
        Answer answer = shop.signedIn("alice").post(CHECKOUT, "{\"package\":\"gold\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/problem+json;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().keySet()).containsExactly("type", "title", "status", "detail", "code");
        assertThat(answer.text("type")).isEqualTo("urn:tokeneconomy:problem:unknown_package");
        assertThat(answer.field("status").getAsInt()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("unknown_package");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "balance", "transactions"})
    void readingNeedsSignIn(String endpoint) {
        Answer answer = shop.browser(null).get("/api/tokens/" + endpoint);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo("not_signed_in");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0d%0ab", "%20", "%20alice"})
    void aUserIdThatIsNoAccountIsNoServerError(String encodedUser) {
        Browser browser = shop.browser(null).with("X-User", encodedUser);

        for (String path : new String[] {"session", "balance", "transactions"}) {
            Answer answer = browser.get("/api/tokens/" + path);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("code")).isEqualTo("invalid_user");
        }
        assertThat(browser.post(CHECKOUT, "{\"package\":\"popular\"}").text("code"))
                .isEqualTo("invalid_user");
        assertThat(browser.get("/tokens/buy").status()).isEqualTo(400);
    }

    @Test
    void aUserIdMayBeAsLongAsAnAccountIdAndNoLonger() {
        assertThat(shop.browser("x".repeat(200)).get("/api/tokens/balance").status())
                .isEqualTo(200);
        assertThat(shop.browser("x".repeat(201)).get("/api/tokens/balance").text("code"))
                .isEqualTo("invalid_user");
    }

    @Test
    void aResolverThatFailsIsAServerErrorThatTellsNothing() {
        UserResolver broken = request -> {
            throw new IllegalStateException("jdbc:secret");
        };
        try (Shop host = Shop.options().filter(f -> f.userResolver(broken)).open();
                Logs logs = new Logs()) {
            Answer answer = host.browser("alice").get("/api/tokens/balance");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text("code")).isEqualTo("internal_error");
            assertThat(answer.body()).doesNotContain("secret");
            assertThat(logs.text()).contains("GET /api/tokens/balance failed").containsOnlyOnce("jdbc:secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance", "transactions"})
    void aStoreThatIsDownIsSaidToComeBack(String endpoint) {
        shop.store.trouble = StoreException.unavailable("db-host:5432 refused", null);

        Answer answer = shop.browser("alice").get("/api/tokens/" + endpoint);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("store_unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).doesNotContain("db-host");
    }

    @Test
    void aStoreThatIsDownIsOneLineOfTheLogPerRequest() {
        shop.store.trouble = StoreException.unavailable("no\nroute", new IllegalStateException("cause"));
        try (Logs logs = new Logs()) {
            shop.browser("alice").get("/api/tokens/balance");

            assertThat(logs.text().lines())
                    .singleElement()
                    .asString()
                    .contains("WARN", "GET /api/tokens/balance failed for now: no route");
        }
    }

    @Test
    void aStoreThatIsBrokenIsLoggedOnceWithItsStackTrace() {
        shop.store.trouble = StoreException.broken("wrong schema", null);
        try (Logs logs = new Logs()) {
            shop.browser("alice").get("/api/tokens/balance");

            assertThat(logs.text())
                    .contains("ERROR", "\tat io.tokeneconomy")
                    .containsOnlyOnce("GET /api/tokens/balance failed")
                    .containsOnlyOnce("StoreException: wrong schema");
        }
    }

    @Test
    void aStoreThatIsBrokenIsNotSaidToComeBack() {
        shop.store.trouble = StoreException.broken("wrong schema", null);

        Answer answer = shop.browser("alice").get("/api/tokens/balance");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("code")).isEqualTo("internal_error");
        assertThat(answer.headers("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, 503, payments_unavailable",
        "RATE_LIMITED, 503, payments_unavailable",
        "UNAUTHORIZED, 502, payments_refused",
        "REJECTED, 502, payments_refused",
    })
    void theProvidersTroubleIsTellable(Reason reason, int status, String code) {
        Browser alice = shop.signedIn("alice");
        shop.gateway.trouble = new PaymentException(reason, "sk_test_secret", null);

        Answer answer = alice.post(CHECKOUT, "{\"package\":\"popular\"}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.headers("Retry-After")).hasSize(status == 503 ? 1 : 0);
        assertThat(answer.body()).doesNotContain("sk_test");
    }

    @Test
    void otherTroubleThatPassesIsSaidToPass() {
        shop.store.trouble = new Passing();

        Answer answer = shop.browser("alice").get("/api/tokens/balance");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("retry_later");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/tokens/create-checkout-session, 'POST, OPTIONS'",
        "HEAD, /api/tokens/confirm-checkout, 'POST, OPTIONS'",
        "GET, /api/stripe/webhook, 'POST, OPTIONS'",
        "PUT, /api/stripe/webhook, 'POST, OPTIONS'",
        "POST, /api/tokens/packages, 'GET, HEAD, OPTIONS'",
        "DELETE, /api/tokens/balance, 'GET, HEAD, OPTIONS'",
        "PATCH, /api/tokens/transactions, 'GET, HEAD, OPTIONS'",
        "PUT, /tokens/buy, 'GET, HEAD, POST, OPTIONS'",
        "POST, /tokens/history, 'GET, HEAD, OPTIONS'",
        "POST, /tokens/assets/api.js, 'GET, HEAD, OPTIONS'",
        "get, /api/tokens/packages, 'GET, HEAD, OPTIONS'",
    })
    void anotherMethodIsToldWhichThereAre(String method, String path, String allowed) {
        Answer answer = shop.browser("alice").send(method, path, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tokens/balance, 'GET, HEAD, OPTIONS'",
        "/api/tokens/create-checkout-session, 'POST, OPTIONS'",
        "/api/stripe/webhook, 'POST, OPTIONS'",
    })
    void optionsAreAnsweredWithoutLettingOtherSitesIn(String path, String allowed) {
        Answer answer = shop.browser(null)
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "POST")
                .send("OPTIONS", path, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.response().headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tokens/packages", "/api/tokens/balance", "/tokens/buy", "/tokens/assets/api.js"})
    void headIsGetWithoutTheBody(String path) {
        Browser alice = shop.browser("alice");

        Answer head = alice.send("HEAD", path, BodyPublishers.noBody());
        Answer get = alice.get(path);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    }

    @Test
    void aBrokenQueryIsTheClientsFault() {
        for (Container.Kind kind : List.<Container.Kind>of(Container::jetty, Container::tomcat)) {
            try (Shop other = Shop.options().on(kind).open()) {
                String request = """
                        GET /api/tokens/transactions?limit=%zz HTTP/1.1
                        Host: x
                        X-User: alice
                        Connection: close

                        """;
                String answer = Raw.statusLine(other.root, request.replace("\n", "\r\n"));

                assertThat(answer).startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        Answer answer = shop.browser("alice").get("/api/tokens/transactions?limit=5&limit=6");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeIsAnErrorWithATitle(ProblemCode code) {
        assertThat(code.code()).matches("[a-z]+(_[a-z]+)*");
        assertThat(code.status()).isBetween(400, 599);
        assertThat(code.title()).isNotBlank();
    }

    private static final class Passing extends TokenEconomyException {

        private static final long serialVersionUID = 1L;

        Passing() {
            super("not yet", true, null);
        }
    }
}
