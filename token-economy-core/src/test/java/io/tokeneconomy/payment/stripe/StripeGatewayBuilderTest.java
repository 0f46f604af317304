package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeGatewayBuilderTest {

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidValueException.class, e -> {
            assertThat(e.field()).startsWith(field);
            assertThat(e.getMessage()).doesNotContain("Hidden");
            assertThat(e.allowed()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "sk_test_sandbox, TEST",
        "' rk_test_51a_B9 ', TEST",
        "sk_live_51abc, LIVE",
        "rk_live_51abc, LIVE",
        "sk_test__live_x, TEST"
    })
    @StripeRule(30)
    void theKeyDecidesTheMode(String key, PaymentMode mode) {
        assertThat(StripeGateway.of(key + "\n", "whsec_1").mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "Hidden",
                "pk_live_Hidden",
                "sk_Hidden",
                "sk_prod_Hidden",
                "sk_live_",
                "sk_live_Hid den",
                "SK_LIVE_Hidden",
                "whsec_Hidden",
                "sk_test_é",
                "xsk_live_Hidden"
            })
    void anythingElseIsNoKey(String key) {
        assertRefused("secretKey", () -> StripeGateway.builder().secretKey(key));
    }

    @Test
    @StripeRule(12)
    void keyAndSecretsAreRequired() {
        assertRefused(
                "secretKey",
                () -> StripeGateway.builder().webhookSecrets("whsec_1").build());
        assertRefused(
                "webhookSecrets",
                () -> StripeGateway.builder().secretKey("sk_test_1").build());
        assertRefused("webhookSecrets", () -> StripeGateway.of("sk_test_1"));
    }

    @Test
    @StripeRule({11, 12})
    void secretsComeAloneOrCommaSeparatedWithBlanksAround() {
        assertThat(WebhookSecrets.of(List.of("whsec_a\n", " whsec_b , whsec_c+/=", "whsec_a"))
                        .values())
                .containsExactly("whsec_a", "whsec_b", "whsec_c+/=");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "\n",
                ",",
                "whsec_",
                "whsec_Hidden,",
                "sk_live_Hidden",
                "whsec_Hid den",
                "Hidden",
                "whsec_Hiddené"
            })
    @StripeRule(12)
    void anythingElseIsNoSecret(String secret) {
        assertRefused("webhookSecrets", () -> StripeGateway.builder().webhookSecrets(secret));
    }

    @Test
    void sixteenSecretsAreTheMost() {
        List<String> most = IntStream.range(0, WebhookSecrets.MAX_SECRETS)
                .mapToObj(i -> "whsec_" + i)
                .toList();

        assertThatCode(() -> StripeGateway.builder().webhookSecrets(most)).doesNotThrowAnyException();
        assertRefused(
                "webhookSecrets", () -> StripeGateway.builder().webhookSecrets(String.join(",", most) + ",whsec_x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.stripe.com",
                "https://api.stripe.com/",
                "https://proxy.example:8443",
                "http://localhost:12111",
                "http://127.0.0.1:12111/",
                "http://127.9.8.7",
                "http://[::1]:80"
            })
    void goodApiBases(String base) {
        assertThatCode(() -> StripeGateway.builder().secretKey("sk_test_1").apiBase(URI.create(base)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.stripe.com",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "ftp://localhost",
                "/v1",
                "https:///",
                "https://me:Hidden@proxy.example",
                "https://proxy.example/v1",
                "https://proxy.example?x",
                "https://proxy.example#x",
                "mailto:x@example.com",
                "http://10.0.0.1"
            })
    void badApiBases(String base) {
        assertRefused("apiBase", () -> StripeGateway.builder().apiBase(URI.create(base)));
    }

    @Test
    void aLiveKeyIsShownToStripeOnlyWhicheverIsSetFirst() {
        URI elsewhere = URI.create("https://proxy.example");

        assertRefused(
                "apiBase",
                () -> StripeGateway.builder().secretKey("sk_live_Hidden").apiBase(elsewhere));
        assertRefused(
                "apiBase", () -> StripeGateway.builder().apiBase(elsewhere).secretKey("rk_live_Hidden"));
        assertThatCode(() ->
                        StripeGateway.builder().secretKey("sk_live_1").apiBase(URI.create("https://api.stripe.com/")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_Hidden", "rk_live_Hidden"})
    void theSandboxesPublishedSecretDoesNotProveThatRealMoneyMoved(String key) {
        String published = StripeSandbox.DEFAULT_WEBHOOK_SECRET;

        assertRefused("webhookSecrets", () -> StripeGateway.of(key, published));
        assertRefused("webhookSecrets", () -> StripeGateway.of(key, "whsec_1, " + published));
        assertThatCode(() -> StripeGateway.of("sk_test_1", published)).doesNotThrowAnyException();
        assertThat(WebhookSecrets.OF_THE_SANDBOX).isEqualTo(published);
    }

    @Test
    void timeoutsHaveLimits() {
        Duration least = Duration.ofMillis(1);
        Duration most = Duration.ofSeconds(80);
        List<Consumer<Duration>> setters =
                List.of(StripeGateway.builder()::connectTimeout, StripeGateway.builder()::readTimeout);
        for (Consumer<Duration> setter : setters) {
            setter.accept(least);
            setter.accept(most);
            assertThatThrownBy(() -> setter.accept(least.minusNanos(1))).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> setter.accept(most.plusNanos(1))).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> setter.accept(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.999S", "PT1H0.001S"})
    @StripeRule(10)
    void theToleranceCannotBeSwitchedOff(Duration tolerance) {
        assertRefused("signatureTolerance", () -> StripeGateway.builder().signatureTolerance(tolerance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT5M", "PT1H"})
    void toleranceWithinItsLimits(Duration tolerance) {
        assertThatCode(() -> StripeGateway.builder().signatureTolerance(tolerance))
                .doesNotThrowAnyException();
    }

    @Test
    void retriesAreZeroToFive() {
        assertThatCode(() -> StripeGateway.builder().maxNetworkRetries(0).maxNetworkRetries(5))
                .doesNotThrowAnyException();
        assertRefused("maxNetworkRetries", () -> StripeGateway.builder().maxNetworkRetries(-1));
        assertRefused("maxNetworkRetries", () -> StripeGateway.builder().maxNetworkRetries(6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a/b", "ü"})
    void anApplicationIsAPlainName(String name) {
        assertRefused("application", () -> StripeGateway.builder().application(name));
        assertRefused("application", () -> StripeGateway.builder().application("a".repeat(65)));
        assertThatCode(() -> StripeGateway.builder().application("a".repeat(64)))
                .doesNotThrowAnyException();
    }

    @Test
    void theGatewayTellsItsApplication() {
        StripeGatewayBuilder builder =
                StripeGateway.builder().secretKey("sk_test_1").webhookSecrets("whsec_1");

        assertThat(builder.build().application()).isEqualTo("token-economy");
        assertThat(builder.application("shop-b").build().application()).isEqualTo("shop-b");
    }

    @Test
    @StripeRule(85)
    void nothingShowsKeysOrSecrets() {
        StripeGatewayBuilder builder =
                StripeGateway.builder().secretKey("sk_live_Hidden").webhookSecrets("whsec_Hidden");

        assertThat(builder.toString() + builder.build() + WebhookSecrets.of(List.of("whsec_Hidden")))
                .doesNotContain("Hidden")
                .contains("LIVE");
    }
}
