package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTest {

    private static final String CHECKOUT = "/api/tokens/create-checkout-session";
    private static final String POPULAR = "{\"package\":\"popular\"}";
    private static final String TOKEN = CsrfProtection.HEADER;

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
    void aRequestWithoutTokenIsRefused() {
        assertRefused(shop.browser("alice").post(CHECKOUT, POPULAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0000000000000000000000000000000000000000000000000000000000000000", "=", "ä"})
    void aTokenThatNobodyMadeIsRefused(String token) {
        assertRefused(shop.browser("alice")
                .with(TOKEN, token.equals("ä") ? "%C3" : token)
                .post(CHECKOUT, POPULAR));
    }

    @Test
    void everyBitOfATokenCounts() {
        Browser alice = shop.browser("alice");
        String token = alice.freshToken();

        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertRefused(alice.with(TOKEN, changed).post(CHECKOUT, POPULAR));
        }
        assertThat(alice.with(TOKEN, token).post(CHECKOUT, POPULAR).status()).isEqualTo(200);
    }

    @Test
    void theTokenOfAnotherUserIsRefused() {
        Browser mallory = shop.browser("mallory");
        String token = mallory.freshToken();

        assertRefused(mallory.with("X-User", "alice").with(TOKEN, token).post(CHECKOUT, POPULAR));
    }

    @Test
    void theTokenOfAnotherBrowserIsRefused() {
        String token = shop.browser("alice").freshToken();
        Browser other = shop.signedIn("alice");

        assertRefused(other.with(TOKEN, token).post(CHECKOUT, POPULAR));
    }

    @Test
    void aTokenWithoutItsCookieIsRefused() {
        String token = shop.browser("alice").freshToken();

        assertRefused(shop.browser("alice").with(TOKEN, token).post(CHECKOUT, POPULAR));
    }

    @Test
    void aTokenServesManyTimesAndSoDoesEachOfSeveral() {
        Browser alice = shop.browser("alice");
        String first = alice.freshToken();
        String second = alice.freshToken();

        assertThat(first).isNotEqualTo(second);
        for (String token : new String[] {first, second, first}) {
            assertThat(alice.with(TOKEN, token).post(CHECKOUT, POPULAR).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTokenIsBoundToTheContainersSessionWhenThereIsOne() {
        Browser alice = shop.browser("alice").with("X-Open-Session", "yes");
        String token = alice.freshToken();
        alice.without("X-Open-Session").with(TOKEN, token);

        assertThat(alice.cookies.getCookieStore().getCookies())
                .extracting("name")
                .containsExactly("JSESSIONID");
        assertThat(alice.post(CHECKOUT, POPULAR).status()).isEqualTo(200);
        alice.cookies.getCookieStore().removeAll();
        assertRefused(alice.post(CHECKOUT, POPULAR));
    }

    @Test
    void nobodyGetsASessionFromUs() {
        Browser alice = shop.signedIn("alice");
        alice.post(CHECKOUT, POPULAR);
        alice.get("/tokens/buy");

        assertThat(alice.cookies.getCookieStore().getCookies())
                .extracting("name")
                .containsExactly("__Host-te-sid");
    }

    @Test
    void theCookieIsAskedForOnlyOnce() {
        Browser alice = shop.browser("alice");

        assertThat(alice.get("/api/tokens/session").headers("Set-Cookie")).hasSize(1);
        assertThat(alice.get("/api/tokens/session").headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/json+x",
                "application/jsonp",
                "application/json;charset=utf-16",
                "application/json, text/plain"
            })
    void aBodyThatAFormCouldSendIsRefused(String type) {
        Answer answer = shop.signedIn("alice").with("Content-Type", type).post(CHECKOUT, POPULAR);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("code")).isEqualTo("unsupported_media_type");
    }

    @Test
    void aBodyWithoutTypeIsRefused() {
        Answer answer = shop.signedIn("alice").without("Content-Type").post(CHECKOUT, POPULAR);

        assertThat(answer.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=UTF-8",
                "application/json;charset=\"utf-8\"",
                "application/json;"
            })
    void jsonMayBeDeclaredInAnyForm(String type) {
        assertThat(shop.signedIn("alice")
                        .with("Content-Type", type)
                        .post(CHECKOUT, POPULAR)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInIsToldSoBeforeAnythingElse() {
        Answer answer = shop.browser(null).post(CHECKOUT, "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("code")).isEqualTo("not_signed_in");
    }

    @Test
    void anIdentityThatScriptAddsNeedsNoTokenButPassesTheGate() {
        UserResolver bearer = new UserResolver() {
            @Override
            public Optional<AccountId> resolve(HttpServletRequest request) {
                return Optional.ofNullable(request.getHeader("Authorization")).map(AccountId::of);
            }

            @Override
            public boolean ambient(HttpServletRequest request) {
                return request.getHeader("Authorization") == null;
            }
        };
        try (Shop api = Shop.options().filter(f -> f.userResolver(bearer)).open()) {
            Browser client = api.browser(null).with("Authorization", "alice");

            assertThat(client.post(CHECKOUT, POPULAR).status()).isEqualTo(200);
            assertThat(client.with("Sec-Fetch-Site", "cross-site")
                            .post(CHECKOUT, POPULAR)
                            .text("code"))
                    .isEqualTo("origin_refused");
        }
    }

    @Test
    void nodesWithOneSecretTakeEachOthersTokens() {
        String secret = "0123456789abcdef0123456789abcdef";
        try (Shop one = Shop.options().filter(f -> f.csrfSecret(secret)).open();
                Shop two = Shop.options().filter(f -> f.csrfSecret(secret)).open();
                Shop stranger = Shop.open()) {
            Browser alice = one.browser("alice");
            String token = alice.freshToken();
            String cookie = alice.cookies.getCookieStore().getCookies().get(0).toString();

            assertThat(moved(two, token, cookie).post(CHECKOUT, POPULAR).status())
                    .isEqualTo(200);
            assertRefused(moved(stranger, token, cookie).post(CHECKOUT, POPULAR));
        }
    }

    @Test
    void theHostProtectsItsOwnEndpointsWithTheSameTokens() {
        Browser alice = shop.signedIn("alice");

        Answer allowed = alice.post("/demo/generate", "");
        assertThat(allowed.body()).isEqualTo("generated");
        assertThat(allowed.headers("Vary")).containsExactly("Sec-Fetch-Site, Origin");
        assertThat(alice.get("/demo/generate").body()).isEqualTo("generated");
        assertRefused(alice.without(TOKEN).post("/demo/generate", ""));
        assertThat(alice.with("Sec-Fetch-Site", "cross-site")
                        .post("/demo/generate", "")
                        .text("code"))
                .isEqualTo("origin_refused");
    }

    @Test
    void theHostsSignInFormNeedsTheGateAlone() {
        Browser nobody = shop.browser(null);

        assertThat(nobody.post("/demo/login", "user=alice").status()).isEqualTo(204);
        assertThat(nobody.with("Sec-Fetch-Site", "same-site")
                        .post("/demo/login", "user=alice")
                        .status())
                .isEqualTo(403);
    }

    private static Browser moved(Shop to, String token, String cookie) {
        return to.browser("alice").with(TOKEN, token).with("Cookie", cookie);
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("code")).isEqualTo("csrf_invalid");
    }
}
