package io.tokeneconomy.example.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = ShopApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1",
            "spring.threads.virtual.enabled=true",
            "logging.pattern.level=%5p [%X{tokenEconomyEvent:-}|%X{tokenEconomyAccount:-}]",
            "token-economy.web.csrf-secret=0123456789abcdef0123456789abcdef"
        })
@ExtendWith(OutputCaptureExtension.class)
class ShopTest {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private TokenEconomy economy;

    @Autowired
    private StripeSandbox sandbox;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aPurchaseIsCreditedByTheWebhookAndSpentOnAPicture(CapturedOutput log) throws Exception {
        Visitor alice = new Visitor(port).signIn("alice");
        HttpResponse<String> checkout = alice.post("/api/tokens/create-checkout-session", "{\"package\":\"popular\"}");
        assertThat(checkout.statusCode()).as(checkout.body()).isEqualTo(200);
        sandbox.pay(Visitor.found("\"id\":\"([^\"]+)\"", checkout.body()), "4242424242424242");
        assertThat(sandbox.webhooks().await(Duration.ofSeconds(20))).isTrue();
        assertThat(alice.get("/api/tokens/balance").body()).contains("\"available\":110");
        assertThat(log.getOut()).contains("[evt_", "|alice]", "[|]");
        assertThat(alice.draw("a fox").statusCode()).isEqualTo(303);
        assertThat(alice.get("/").body()).contains("<figure>a fox</figure>");
        assertThat(alice.get("/api/tokens/balance").body()).contains("\"available\":105");
    }

    @Test
    void withoutScriptAFormStartsTheCheckout() throws Exception {
        Visitor bob = new Visitor(port).signIn("bob");
        HttpResponse<String> leave = bob.submitPackage("popular");
        assertThat(leave.statusCode()).as(leave.body()).isEqualTo(200);
        assertThat(leave.headers().firstValue("Refresh"))
                .hasValueSatisfying(to -> assertThat(to).contains("/c/pay/cs_test_"));
    }

    @Test
    void withoutTokensNothingIsDrawn() throws Exception {
        Visitor bob = new Visitor(port).signIn("bob");
        HttpResponse<String> answer = bob.draw("a cat");
        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("insufficient_tokens");
        assertThat(bob.get("/").body()).doesNotContain("a cat");
    }

    @Test
    void whoIsNotSignedInIsAskedTo() throws Exception {
        Visitor nobody = new Visitor(port);
        assertThat(nobody.get("/api/tokens/balance").statusCode()).isEqualTo(302);
        assertThat(nobody.get("/api/tokens/packages").body()).contains("\"popular\"");
    }

    @Test
    void aSpendIsPartOfTheShopsTransaction() {
        AccountId carol = AccountId.of("carol");
        economy.ledger().grant(carol, 10, IdempotencyKey.of("carol")).orElseThrow();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    economy.ledger()
                            .spend(carol, 4, IdempotencyKey.of("carol-1"))
                            .orElseThrow();
                    jdbc.update("insert into picture (owner, what) values (null, 'nothing')");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(economy.ledger().balance(carol).available()).isEqualTo(10);
    }

    @Test
    void operatorsSeeHowItIsAndNoSecret() throws Exception {
        Visitor alice = new Visitor(port).signIn("alice");
        assertThat(alice.get("/actuator/health").body()).contains("tokenEconomy", "\"store\":\"readable\"");
        assertThat(alice.get("/actuator/metrics").body()).contains("token.economy.store");
        assertThat(alice.get("/actuator/tokeneconomy/verify").body()).contains("\"intact\":true");
        assertThat(alice.get("/actuator/info").body()).contains("popular");
    }

    @Test
    void configpropsShowsNoSecret() throws Exception {
        String shown =
                new Visitor(port).signIn("alice").get("/actuator/configprops").body();
        assertThat(shown).contains("token-economy").doesNotContain("0123456789abcdef");
    }
}
