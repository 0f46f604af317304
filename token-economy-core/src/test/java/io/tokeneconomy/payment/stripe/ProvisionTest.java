package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private StripeSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().start();
        environment.put("STRIPE_SECRET_KEY", sandbox.apiKey());
        environment.put("STRIPE_API_BASE", sandbox.apiBase().toString());
        environment.put("APP_BASE_URL", "http://localhost:8080/");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private int run(String... arguments) {
        written.reset();
        complained.reset();
        return Provision.run(
                environment,
                new PrintStream(written, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String out() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    /** For a pipeline, 1 says that something differs. */
    @Test
    void aMistakeIsTroubleAndNoDifference() {
        Map<String, String> broken = new HashMap<>(environment) {
            private static final long serialVersionUID = 1L;

            @Override
            public String get(Object name) {
                throw new IllegalStateException("a mistake");
            }

            @Override
            public String getOrDefault(Object name, String other) {
                throw new IllegalStateException("a mistake");
            }
        };
        PrintStream err = new PrintStream(complained, true, StandardCharsets.UTF_8);
        assertThat(Provision.run(broken, err, err, "check")).isEqualTo(2);
        assertThat(err()).contains("a mistake");
    }

    @Test
    void itShowsThenAppliesThenFindsNothingToDo() {
        assertThat(run()).isZero();
        assertThat(out())
                .contains("+ product popular: \"Popular\" (te_popular_")
                .contains("+ price popular: USD 9.99, lookup key token-economy.popular")
                .contains("+ webhook http://localhost:8080/api/stripe/webhook: 16 types of events")
                .contains("test mode, application token-economy: 9 changes, 0 conflicts");
        assertThat(run("check")).isEqualTo(1);

        assertThat(run("apply")).isZero();
        assertThat(out()).containsPattern("STRIPE_WEBHOOK_SECRET=whsec_\\w+\\R");
        assertThat(out()).containsPattern("STRIPE_TOKEN_POPULAR_PRICE_ID=price_\\w+\\R");

        assertThat(run("check")).isZero();
        assertThat(out()).contains("0 changes").doesNotContain("whsec_");
        assertThat(run("apply")).isZero();
        assertThat(out()).doesNotContain("whsec_");
    }

    @Test
    void theIdsItPrintsMayBeTakenOverAndStayManaged() {
        run("apply");
        out().lines()
                .filter(line -> line.startsWith("STRIPE_TOKEN_"))
                .forEach(line -> environment.put(line.split("=", 2)[0], line.split("=", 2)[1]));

        assertThat(run("check")).isZero();
        assertThat(out()).contains("= product popular");
    }

    @Test
    void optionsSayWhatIsOtherwise() {
        int code = run(
                "apply",
                "--application=shop",
                "--webhook-url=https://shop.example/hook",
                "--event=invoice.paid",
                "--live");

        assertThat(code).isZero();
        assertThat(out()).contains("shop.popular", "https://shop.example/hook: 17 types");
        assertThat(run("check", "--application=shop", "--webhook-url=https://shop.example/hook"))
                .isZero();
        assertThat(run("check")).isEqualTo(1);
    }

    @Test
    void withoutAnAddressThereIsNoEndpoint() {
        environment.remove("APP_BASE_URL");

        assertThat(run()).isZero();
        assertThat(out()).contains("8 changes").doesNotContain("webhook");
    }

    @Test
    void anAddressThatStripeCannotReachIsForTheUser() {
        environment.remove("STRIPE_API_BASE");
        StripeProvisioning stripe = ProvisionOptions.of(environment).provisioning();
        assertThat(stripe.toString()).doesNotContain("sk_");

        assertThat(EndpointPlanner.outOfReach(URI.create("http://localhost:8080/hook"))
                        .text())
                .contains("stripe listen --forward-to http://localhost:8080/hook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aplly", "--force", "--live=1", "--event=no.such", "--application=a b", "--webhook-url=::"})
    void aWrongArgumentIsTrouble(String argument) {
        assertThat(run("plan", argument)).isEqualTo(2);
        assertThat(err()).isNotBlank();
        assertThat(out()).isEmpty();
    }

    @Test
    void aKeyInTheWrongPlaceIsNotRepeated() {
        assertThat(run("sk_test_secretsecret")).isEqualTo(2);
        assertThat(err()).doesNotContain("secretsecret");
        environment.put("STRIPE_SECRET_KEY", "whsec_secretsecret");
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("secretKey").doesNotContain("secretsecret");
    }

    @Test
    void whatStripeRefusesIsTrouble() {
        environment.put("STRIPE_SECRET_KEY", "sk_test_other");

        assertThat(run("check")).isEqualTo(2);
        assertThat(err()).contains("401").doesNotContain("sk_test_other");
    }

    @Test
    void aConflictIsADifferenceAndKeepsFromApplying() {
        environment.put("STRIPE_TOKEN_PRO_PRICE_ID", "price_unknown");

        assertThat(run("check")).isEqualTo(1);
        assertThat(out()).contains("! price pro: the catalog sells it by price_unknown", "1 conflict");
        assertThat(run("apply")).isEqualTo(2);
        assertThat(err()).contains("without conflicts");
    }

    @Test
    void aPlansPriceIsPrintedForTheEnvironmentToo(@TempDir Path folder) throws IOException {
        Path catalog = Files.writeString(folder.resolve("plans.properties"), """
                plans = big-one
                plan.big-one.name = Big one
                plan.big-one.tokens = 500
                plan.big-one.price = 9999
                plan.big-one.currency = eur
                plan.big-one.interval = year
                """);
        environment.put("TOKEN_ECONOMY_CATALOG", catalog.toString());

        assertThat(run("check")).isEqualTo(1);
        assertThat(run("apply")).isZero();
        assertThat(out())
                .contains("+ price big-one: EUR 99.99 a year, lookup key token-economy.big-one")
                .containsPattern("STRIPE_TOKEN_BIG_ONE_PRICE_ID=price_[A-Za-z0-9]+");
        assertThat(run("check")).isZero();
    }
}
