package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.servlet.UserResolver;
import io.tokeneconomy.spring.charge.ChargeTokens;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tomcat with Spring Security's default chain, which refuses whoever is not signed in and every POST without a token. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = RunningServerTest.Shop.class,
        properties = {
            "token-economy.base-url=https://shop.example",
            "token-economy.stripe.secret-key=" + Parts.SECRET_KEY,
            "token-economy.stripe.webhook-secrets=" + Parts.WEBHOOK_SECRET,
            "spring.security.user.name=alice",
            "spring.security.user.password=wonder"
        })
class RunningServerTest {

    private static final String ALICE = "Basic YWxpY2U6d29uZGVy";

    private final HttpClient browser = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Test
    void theWebhookIsReachedWithoutSignInAndRefusesAWrongSignature() throws Exception {
        HttpResponse<String> answer = send(request("/api/stripe/webhook")
                .header("Stripe-Signature", "t=1,v1=00")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void theApiIsBehindSpringSecurity() throws Exception {
        assertThat(send(request("/api/tokens/packages")).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNotOursStaysTheApplications() throws Exception {
        assertThat(send(request("/elsewhere").header("Authorization", ALICE)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void theApiAnswersWhoeverIsSignedIn() throws Exception {
        HttpResponse<String> answer = send(request("/api/tokens/packages").header("Authorization", ALICE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"popular\"");
    }

    @Test
    void theApplicationsResolverTellsWhoTheUserIs() throws Exception {
        HttpResponse<String> answer = send(request("/api/tokens/session").header("Authorization", ALICE));
        assertThat(answer.body()).contains("\"member-alice\"");
    }

    @Test
    void whatTheLedgerRefusesIsAProblem() throws Exception {
        HttpResponse<String> answer = send(request("/draw").header("Authorization", ALICE));
        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"insufficient_tokens\"", "\"required\":5", "\"available\":0");
    }

    @Test
    void aKeyThatIsNoneIsAProblem() throws Exception {
        HttpResponse<String> answer =
                send(request("/draw").header("Authorization", ALICE).header("Idempotency-Key", "k".repeat(256)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"invalid_key\"");
    }

    /** Spring Security checks every post; its token is ours, too. */
    @Test
    void oneTokenServesSpringSecurityAndUs() throws Exception {
        HttpClient withCookies =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String session = withCookies
                .send(
                        request("/api/tokens/session")
                                .header("Authorization", ALICE)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher csrf = Pattern.compile("\"header\":\"([^\"]+)\",\"token\":\"([^\"]+)\"")
                .matcher(session);
        assertThat(csrf.find()).isTrue();
        HttpRequest.Builder post = request("/api/tokens/create-checkout-session")
                .header("Authorization", ALICE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"package\":\"no-such\"}"));
        assertThat(withCookies.send(post.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer =
                withCookies.send(post.header(csrf.group(1), csrf.group(2)).build(), BodyHandlers.ofString());
        assertThat(answer.body()).contains("unknown_package");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        UserDetailsServiceAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        MethodsAutoConfiguration.class,
        StoreAutoConfiguration.class,
        TokenEconomyAutoConfiguration.class,
        TokenEconomyWebAutoConfiguration.class
    })
    static class Shop {

        @Bean
        LedgerStore store() {
            return MemoryLedgerStore.create();
        }

        @Bean
        Studio studio() {
            return new Studio();
        }

        @Bean
        UserResolver members() {
            return request ->
                    UserResolver.principal().resolve(request).map(name -> AccountId.of("member-" + name.value()));
        }
    }

    @RestController
    static class Studio {

        @GetMapping("/draw")
        @ChargeTokens(cost = "5")
        public String draw() {
            return "drawn";
        }
    }
}
