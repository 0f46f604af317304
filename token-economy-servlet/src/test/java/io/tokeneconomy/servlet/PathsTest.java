package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PathsTest {

    static Stream<Container.Kind> containers() {
        return Stream.of(Container::jetty, Container::tomcat);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void whatIsNotOursGoesOnUntouched(Container.Kind kind) {
        try (Shop shop = Shop.options().on(kind).at("/ctx").open()) {
            for (String path : new String[] {
                "/",
                "/api",
                "/api/tokens",
                "/api/tokens/",
                "/api/tokens/balance/",
                "/api/tokens/Balance",
                "/api/tokens/balance/x",
                "/x/api/tokens/balance",
                "/tokens",
                "/tokens/buy/",
                "/tokens/assets/",
                "/tokens/assets/none.js",
                "/tokens/assets/pages/frame.html",
                "/api/stripe/webhook/"
            }) {
                Answer answer = shop.browser("alice").post(path, "body");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("host /ctx" + path + " REQUEST");
                assertThat(answer.response().headers().map())
                        .doesNotContainKeys("cache-control", "x-content-type-options", "vary", "set-cookie");
                assertThat(answer.header("X-Async")).isEqualTo("true");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void forwardsAndAsyncDispatchesPass(Container.Kind kind) {
        try (Shop shop = Shop.options().on(kind).open()) {
            assertThat(shop.browser("alice").get("/forward").body()).isEqualTo("host /api/tokens/packages FORWARD");
            assertThat(shop.browser("alice").get("/async").body()).isEqualTo("host /api/tokens/balance ASYNC");
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void pathParametersAreNotPartOfThePath(Container.Kind kind) {
        try (Shop shop = Shop.options().on(kind).at("/ctx").open()) {
            Browser alice = shop.browser("alice");

            assertThat(alice.get("/api/tokens/packages;jsessionid=abc?x=1").status())
                    .isEqualTo(200);
            assertThat(alice.get("/api/tokens;x=y/balance").text("balance")).isEqualTo("0");
            assertThat(shop.provider().post("/api/stripe/webhook;a=b", "x").text("result"))
                    .isEqualTo("IGNORED");
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void switchedOffPagesAreTheHosts(Container.Kind kind) {
        try (Shop shop = Shop.options().on(kind).filter(f -> f.pages(false)).open()) {
            Browser alice = shop.browser("alice");

            for (String path : new String[] {"/tokens/buy", "/tokens/success", "/tokens/cancel", "/tokens/history"}) {
                assertThat(alice.get(path).body()).isEqualTo("host " + path + " REQUEST");
            }
            assertThat(alice.get("/tokens/assets/token-balance.js").body()).startsWith("export * from");
            assertThat(alice.get("/tokens/assets/api.js").body()).startsWith("export * from");
        }
    }
}
