package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecureCookieTest {

    static Stream<Container.Kind> containers() {
        return Stream.of(Container::jetty, Container::tomcat);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void overHttpsTheCookieIsBoundToTheHost(Container.Kind kind) {
        Container.Kind behindTls = (contextPath, host, filters) -> kind.start(
                contextPath,
                host,
                Stream.concat(Stream.of(secure()), Stream.of(filters)).toArray(Filter[]::new));
        try (Shop shop = Shop.options()
                .on(behindTls)
                .economy(e -> e.baseUrl(URI.create("http://shop.example")))
                .open()) {
            Answer answer = shop.browser("alice").get("/api/tokens/session");
            String cookie = answer.header("Set-Cookie");

            assertThat(cookie.split("; ")).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
            assertThat(cookie).startsWith("__Host-te-sid=").doesNotContain("Domain");
            assertThat(posted(shop.root, answer, cookie.substring(0, cookie.indexOf(';'))))
                    .isEqualTo(200);
            assertThat(posted(shop.root, answer, cookie.substring(7, cookie.indexOf(';'))))
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void aShopOnHttpsBehindAProxyThatEndsTlsHasSuchACookieToo(Container.Kind kind) {
        try (Shop shop = Shop.options().on(kind).open()) {
            String cookie = shop.browser("alice").get("/api/tokens/session").header("Set-Cookie");

            assertThat(cookie).startsWith("__Host-te-sid=");
            assertThat(cookie.split("; ")).contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
        }
    }

    @ParameterizedTest
    @MethodSource("containers")
    void withoutHttpsTheCookieIsPlain(Container.Kind kind) {
        try (Shop shop = Shop.options()
                .on(kind)
                .economy(e -> e.baseUrl(URI.create("http://shop.example")))
                .open()) {
            assertThat(shop.browser("alice").get("/api/tokens/session").header("Set-Cookie"))
                    .matches("te-sid=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        }
    }

    private static int posted(URI root, Answer session, String cookie) {
        String token = session.field("csrf").getAsJsonObject().get("token").getAsString();
        return new Browser(root, "alice")
                .with(CsrfProtection.HEADER, token)
                .with("Cookie", cookie)
                .post("/api/tokens/create-checkout-session", "{\"package\":\"popular\"}")
                .status();
    }

    private static Filter secure() {
        return (request, response, chain) -> chain.doFilter(
                new HttpServletRequestWrapper((HttpServletRequest) request) {
                    @Override
                    public boolean isSecure() {
                        return true;
                    }
                },
                response);
    }
}
