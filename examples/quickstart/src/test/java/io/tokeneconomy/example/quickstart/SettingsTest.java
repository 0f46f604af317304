package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void anEmptyEnvironmentGivesASandboxShopOn8080() {
        Settings settings = Settings.from(Map.of("PORT", " ", "STRIPE_SECRET_KEY", ""));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.sandboxPort()).isEqualTo(12111);
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.baseUrl(8080)).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.ownSandbox()).isTrue();
    }

    @Test
    void aSecretKeyMeansTheRealStripe() {
        Settings settings =
                Settings.from(Map.of("STRIPE_SECRET_KEY", "sk_test_abc", "STRIPE_WEBHOOK_SECRET", "whsec_1, whsec_2"));

        assertThat(settings.ownSandbox()).isFalse();
        assertThat(settings.secretKey()).isEqualTo("sk_test_abc");
        assertThat(settings.toString()).doesNotContain("sk_test_abc", "whsec_");
    }

    @Test
    void paymentsAreWithinThePageWhereThatIsAskedForAndAKeyIsThere() {
        Map<String, String> real = Map.of(
                "STRIPE_SECRET_KEY", "sk_test_abc", "STRIPE_WEBHOOK_SECRET", "whsec_1", "CHECKOUT_PAGE", "embedded");

        assertThat(Settings.from(Map.of("STRIPE_PUBLISHABLE_KEY", "pk_test_abc"))
                        .publishableKey())
                .isNull();
        assertThat(Settings.from(Map.of("CHECKOUT_PAGE", "embedded")).publishableKey())
                .startsWith("pk_test_");
        assertThatThrownBy(() -> Settings.from(real))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("STRIPE_PUBLISHABLE_KEY is \"missing\"");
    }

    @Test
    void buyersAreAskedAboutAutomaticPurchasesOnlyWhereThatIsAskedFor() {
        assertThat(Settings.from(Map.of()).topUp()).isFalse();
        assertThat(Settings.from(Map.of("TOP_UP", "off")).topUp()).isFalse();
        assertThat(Settings.from(Map.of("TOP_UP", "on")).topUp()).isTrue();
    }

    @Test
    void pricesComeFromTheEnvironment() {
        Settings settings = Settings.from(Map.of("STRIPE_TOKEN_POPULAR_PRICE_ID", "price_123"));

        assertThat(settings.catalog().require("popular").priceId()).contains("price_123");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PORT                          | 65536                     | a port
                    PORT                          | -1                        | a port
                    PORT                          | 80a                       | a port
                    SANDBOX_PORT                  | http                      | a port
                    SANDBOX_PORT                  | 8080                      | another port than PORT
                    APP_BASE_URL                  | shop.example              | http
                    APP_BASE_URL                  | ftp://shop.example        | http
                    APP_BASE_URL                  | https://shop.example/a b  | http
                    APP_BASE_URL                  | https://shop.example/sub  | http
                    APP_BASE_URL                  | https://shop.example/?a=1 | http
                    TOP_UP                        | yes                       | off or on
                    CHECKOUT_PAGE                 | framed                    | hosted or embedded
                    STRIPE_API_BASE               | http://stripe.example     | https
                    STRIPE_API_BASE               | https://stripe.example/v1 | https
                    STRIPE_SECRET_KEY             | pk_test_1                 | sk_test_
                    STRIPE_WEBHOOK_SECRET         | secret                    | whsec_
                    STRIPE_WEBHOOK_SECRET         | whsec_1,,whsec_2          | whsec_
                    STRIPE_TOKEN_POPULAR_PRICE_ID | prod_1                    | price_
                    """)
    void aWrongValueIsRefusedWithItsVariableAndWhatIsAllowed(String variable, String value, String allowed) {
        assertThatThrownBy(() -> Settings.from(Map.of(variable, value)))
                .asInstanceOf(type(InvalidValueException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(variable);
                    assertThat(refusal.allowed()).contains(allowed);
                });
    }

    @Test
    void aRefusedSecretIsNotShown() {
        assertThatThrownBy(() -> Settings.from(Map.of("STRIPE_SECRET_KEY", "oops_hidden_value")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("hidden_value");
    }

    @Test
    void theRealStripeNeedsAWebhookSecret() {
        assertThatThrownBy(() -> Settings.from(Map.of("STRIPE_SECRET_KEY", "sk_test_abc")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("STRIPE_WEBHOOK_SECRET is \"missing\"");
    }

    @Test
    void aLiveKeyNeedsHttps(@TempDir Path data) {
        Settings settings = Settings.from(Map.of(
                "STRIPE_SECRET_KEY", "sk_live_abc",
                "STRIPE_WEBHOOK_SECRET", "whsec_1",
                "PORT", "0",
                "DATA_DIR", data.toString()));

        assertThatThrownBy(() -> Shop.open(settings))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("https");
    }
}
