package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkout started by a browser without script. */
class BuyFormTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private Shop shop;
    private Browser alice;

    @BeforeEach
    void open() {
        shop = Shop.open();
        alice = form("alice");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Browser form(String user) {
        return shop.browser(user).with("Content-Type", "application/x-www-form-urlencoded");
    }

    private static String token(Browser browser) {
        Matcher token = TOKEN.matcher(browser.get("/tokens/buy").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String fields(String packageId, String token) {
        return "package=" + packageId + "&csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    @Test
    void theFormOfAPackageLeadsToItsPaymentPage() {
        Answer answer = alice.post("/tokens/buy", fields("popular", token(alice)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Refresh")).startsWith("0; url=https://");
        String url = answer.header("Refresh").substring("0; url=".length());
        assertThat(answer.body()).contains("href=\"" + url + "\"");
        assertThat(answer.header("Content-Security-Policy")).contains("form-action 'self'");
        assertThat(shop.gateway.started()).isEqualTo(1);
    }

    @Test
    void theFormCarriesTheTokenOfAHostThatProtectsItselfAndNothingElseThen() {
        try (Shop guarded = Shop.options()
                .filter(filter -> filter.hostCsrf(new HostWithForms("_csrf")))
                .open()) {
            Browser buyer = guarded.browser("alice").with("Content-Type", "application/x-www-form-urlencoded");

            assertThat(buyer.get("/tokens/buy").body())
                    .contains("name=\"_csrf\" value=\"hosts\"")
                    .doesNotContain("name=\"csrf\"");
            assertThat(buyer.post("/tokens/buy", "package=popular&_csrf=hosts").status())
                    .isEqualTo(200);
            assertThat(buyer.post("/tokens/buy", "package=popular&_csrf=other").status())
                    .isEqualTo(403);
            assertThat(guarded.gateway.started()).isEqualTo(1);
        }
    }

    @Test
    void aHostThatTakesItsTokenInAHeaderOnlyLeavesOursInTheForm() {
        try (Shop guarded = Shop.options()
                .filter(filter -> filter.hostCsrf(new HostWithForms(null)))
                .open()) {
            Browser buyer = guarded.browser("alice").with("Content-Type", "application/x-www-form-urlencoded");

            assertThat(buyer.post("/tokens/buy", fields("popular", token(buyer)))
                            .status())
                    .isEqualTo(200);
        }
    }

    private record HostWithForms(@Nullable String parameter) implements HostCsrf {

        @Override
        public Optional<Token> token(HttpServletRequest request) {
            return Optional.of(new Token("X-Hosts", parameter, "hosts"));
        }

        @Override
        public boolean verified(HttpServletRequest request) {
            return parameter != null && "hosts".equals(request.getParameter(parameter));
        }
    }

    @Test
    void theFormOfTheCancelPageWorksToo() {
        Matcher token = TOKEN.matcher(alice.get("/tokens/cancel?package=pro").body());
        assertThat(token.find()).isTrue();

        assertThat(alice.post("/tokens/buy", fields("pro", token.group(1))).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"package=popular", "package=popular&csrf=", "package=popular&csrf=wrong"})
    void withoutItsTokenNothingIsStarted(String fields) {
        token(alice);

        Answer answer = alice.post("/tokens/buy", fields);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<!doctype html>", "This page is out of date");
        assertThat(shop.gateway.started()).isZero();
    }

    @Test
    void theTokenOfAnotherUserIsNone() {
        assertThat(alice.post("/tokens/buy", fields("popular", token(form("bob"))))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        String token = token(alice);

        Answer answer = alice.with("Sec-Fetch-Site", "cross-site").post("/tokens/buy", fields("popular", token));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(shop.gateway.started()).isZero();
    }

    @Test
    void whatIsNotOnSaleIsAPageThatSaysSo() {
        Answer answer = alice.post("/tokens/buy", fields("gold", token(alice)));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("<!doctype html>", "no longer on sale");
    }

    @Test
    void whoSignedOutMeanwhileIsAskedToSignIn() {
        assertThat(shop.browser(null)
                        .with("Content-Type", "application/x-www-form-urlencoded")
                        .post("/tokens/buy", fields("popular", "x"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFormThatIsTooLargeIsNotRead() {
        assertThat(alice.announce("/tokens/buy", 16_385)).startsWith("HTTP/1.1 413");
    }
}
