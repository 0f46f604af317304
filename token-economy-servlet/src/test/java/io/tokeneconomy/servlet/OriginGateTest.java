package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginGateTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.options()
                .filter(f -> f.trustedOrigins("https://app.example", "http://localhost:3000"))
                .open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** The shop's base URL is https://shop.example. */
    @ParameterizedTest
    @CsvSource({
        "shop.example, https://shop.example, true",
        "shop.example, http://shop.example, false",
        "shop.example:8443, https://shop.example:8443, false",
        "shop.example:8080, http://shop.example:8080, false",
        "inner.example:8080, http://inner.example:8080, true",
        "inner.example:8080, https://inner.example:8080, true",
        "inner.example, https://inner.example:443, true",
        "inner.example:8080, http://inner.example:8081, false",
        "inner.example:8080, http://inner.example, false",
        "my_app:8080, http://my_app:8080, true",
        "my_app:8080, http://other_app:8080, false",
        "[::1]:8080, http://[::1]:8080, true",
        "[::1]:8080, http://[::2]:8080, false",
        "MY.example, http://my.EXAMPLE, true",
    })
    void withoutSecFetchSiteTheHostHeaderCounts(String host, String origin, boolean allowed) {
        Browser alice = shop.signedIn("alice");
        String answer = Raw.statusLine(
                shop.root,
                "POST /api/tokens/create-checkout-session HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                        + "\r\nX-User: alice\r\nContent-Type: application/json\r\nX-CSRF-Token: "
                        + alice.headers.get(CsrfProtection.HEADER) + "\r\nCookie: "
                        + alice.cookies.getCookieStore().getCookies().get(0)
                        + "\r\nConnection: close\r\nContent-Length: 21\r\n\r\n{\"package\":\"popular\"}");

        assertThat(answer).startsWith("HTTP/1.1 " + (allowed ? "200" : "403"));
    }

    /** An empty cell: the header is absent. {@code HOST}: the origin the request is sent to. */
    @ParameterizedTest
    @CsvSource({
        "same-origin, , true",
        "same-origin, https://evil.example, true",
        "none, , true",
        "same-site, , false",
        "same-site, https://shop.example, false",
        "cross-site, , false",
        "cross-site, https://shop.example, false",
        "nonsense, , false",
        "'same-origin, cross-site', , false",
        "cross-site, https://app.example, true",
        "same-site, https://app.example, true",
        "cross-site, https://app.example:8443, false",
        "cross-site, http://app.example, false",
        "cross-site, http://localhost:3000, true",
        ", , true",
        ", https://shop.example, true",
        ", https://SHOP.example:443, true",
        ", http://shop.example, false",
        ", https://shop.example.evil, false",
        ", https://evil.example, false",
        ", https://shop.example/x, false",
        ", https://shop.example@evil.example, false",
        ", null, false",
        ", '', false",
        ", file://, false",
        ", not an origin, false",
        ", HOST, true",
        ", https://app.example, true",
    })
    void theOriginGateLetsOnlyOwnAndTrustedPagesThrough(String site, String origin, boolean allowed) {
        Browser alice = shop.signedIn("alice").without("Sec-Fetch-Site");
        if (site != null) {
            alice.with("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            alice.with("Origin", origin.equals("HOST") ? shop.root.toString() : origin);
        }

        Answer answer = alice.post("/api/tokens/create-checkout-session", "{\"package\":\"popular\"}");

        assertThat(answer.status()).isEqualTo(allowed ? 200 : 403);
        if (!allowed) {
            assertThat(answer.text("code")).isEqualTo("origin_refused");
        }
        assertThat(answer.header("Vary")).contains("Sec-Fetch-Site, Origin");
    }
}
