package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Our filter among those of the application, in a running server. */
class HostFiltersTest {

    private static final String ALICE = "Basic YWxpY2U6d29uZGVy";

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void aFilterWithoutOrderThatSignsUsersInStandsBeforeOurs() throws Exception {
        try (ConfigurableApplicationContext app = start(OwnSignIn.class)) {
            assertThat(send(request(app, "/api/tokens/session")).body()).contains("\"user\":\"alice\"");
        }
    }

    @Test
    void theSessionsTokenPassesWhetherSpringSecurityChecksItOrNot() throws Exception {
        for (Class<?> application : List.of(RunningServerTest.Shop.class, Exempt.class)) {
            try (ConfigurableApplicationContext app = start(application)) {
                assertThat(postOfUnknownPackage(app, token -> token).body()).contains("\"code\":\"unknown_package\"");
                assertThat(postOfUnknownPackage(app, token -> "x" + token).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whoPaysNothingBecauseNobodyIsSignedInIsTold() throws Exception {
        try (ConfigurableApplicationContext app = start(Open.class)) {
            HttpResponse<String> answer = send(request(app, "/draw"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"not_signed_in\"");
        }
    }

    /** Signed in, with the session's token; only a request that every check let through learns that there is none. */
    private HttpResponse<String> postOfUnknownPackage(ConfigurableApplicationContext app, UnaryOperator<String> sent)
            throws Exception {
        HttpResponse<String> session = send(request(app, "/api/tokens/session").header("Authorization", ALICE));
        String token = session.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
        HttpCookie cookie = session.headers().allValues("Set-Cookie").stream()
                .map(header -> HttpCookie.parse(header).get(0))
                .findFirst()
                .orElseThrow();
        return send(request(app, "/api/tokens/create-checkout-session")
                .header("Authorization", ALICE)
                .header("Cookie", cookie.getName() + "=" + cookie.getValue())
                .header("X-CSRF-Token", sent.apply(token))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"package\":\"none\"}")));
    }

    private static ConfigurableApplicationContext start(Class<?> application) {
        return SpringApplication.run(
                application,
                "--server.port=0",
                "--token-economy.base-url=https://shop.example",
                "--token-economy.stripe.secret-key=" + Parts.SECRET_KEY,
                "--token-economy.stripe.webhook-secrets=" + Parts.WEBHOOK_SECRET,
                "--spring.security.user.name=alice",
                "--spring.security.user.password=wonder");
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext app, String path) {
        String port = app.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /** A shop that shows everything to everybody. */
    @Configuration(proxyBeanMethods = false)
    @Import(RunningServerTest.Shop.class)
    static class Open {

        @Bean
        SecurityFilterChain security(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }

    /** As some prefer it. */
    @Configuration(proxyBeanMethods = false)
    @Import(RunningServerTest.Shop.class)
    static class Exempt {

        @Bean
        SecurityFilterChain security(HttpSecurity http) throws Exception {
            RequestMatcher ours = PathPatternRequestMatcher.withDefaults().matcher("/api/tokens/**");
            return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .httpBasic(Customizer.withDefaults())
                    .csrf(csrf -> csrf.ignoringRequestMatchers(ours))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        StoreAutoConfiguration.class,
        TokenEconomyAutoConfiguration.class,
        TokenEconomyWebAutoConfiguration.class
    })
    static class OwnSignIn {

        @Bean
        LedgerStore store() {
            return Parts.store();
        }

        @Bean
        Filter signIn() {
            return (request, response, chain) -> chain.doFilter(
                    new HttpServletRequestWrapper((HttpServletRequest) request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return () -> "alice";
                        }
                    },
                    response);
        }
    }
}
