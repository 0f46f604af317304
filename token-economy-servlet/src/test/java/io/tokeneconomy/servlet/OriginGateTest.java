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
