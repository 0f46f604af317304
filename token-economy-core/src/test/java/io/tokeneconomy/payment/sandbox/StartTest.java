package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {

    @ParameterizedTest
    @CsvSource({
        "STRIPE_SECRET_KEY, sk_live_secret",
        "STRIPE_SECRET_KEY, ' rk_live_secret'",
        "STRIPE_API_KEY, sk_live_secret",
        "STRIPE_SECRET_KEY, \"sk_live_secret\"",
        "STRIPE_LIVE_SECRET_KEY, sk_live_secret",
        "JAVA_TOOL_OPTIONS, -Dstripe.key=rk_live_secret -Xmx1g",
    })
    void itDoesNotStartBesideALiveKeyAndDoesNotShowIt(String name, String key) {
        assertThatThrownBy(() ->
                        StripeSandbox.builder().environment(Map.of(name, key)).start())
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("secret");
    }

    @Test
    void oneLiveKeyAmongOtherValuesIsEnough() {
        Map<String, String> environment = Map.of("A", "sk_test_1", "B", "pk_live_1", "C", "x sk_live_secret", "D", "");
        assertThatThrownBy(
                        () -> StripeSandbox.builder().environment(environment).start())
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("C ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void itStartsBesideATestKey() {
        try (StripeSandbox sandbox = StripeSandbox.builder()
                .environment(Map.of("STRIPE_SECRET_KEY", "sk_test_x", "STRIPE_PUBLISHABLE_KEY", "pk_live_x"))
                .start()) {
            assertThat(sandbox.apiBase()).hasScheme("http").hasHost("127.0.0.1");
            assertThat(sandbox.apiKey()).isEqualTo("sk_test_sandbox");
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (StripeSandbox first = StripeSandbox.builder().start()) {
            int port = first.apiBase().getPort();
            assertThatThrownBy(() -> StripeSandbox.builder().port(port).start())
                    .isInstanceOfSatisfying(
                            SandboxException.class,
                            error -> assertThat(error.retryable()).isTrue())
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortOutsideOfTheRangeIsRefused(int port) {
        assertThatThrownBy(() -> StripeSandbox.builder().port(port)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void wrongDelaysAndEventTypesAreRefused() {
        StripeSandboxBuilder builder = StripeSandbox.builder();
        assertThatThrownBy(() -> builder.retryDelays(List.of())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.retryDelays(List.of(Duration.ofSeconds(-1))))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.asyncDelay(Duration.ofDays(1).plusNanos(1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> builder.emit("invoice.upcoming")).isInstanceOf(InvalidValueException.class);
    }
}
