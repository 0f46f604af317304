package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterBuilderTest {

    private final TokenEconomyFilterBuilder builder = TokenEconomyFilter.builder(TokenEconomy.builder()
            .store(new FaultyStore())
            .payments(new FakeGateway())
            .baseUrl(URI.create("http://localhost:8080"))
            .build());

    @Test
    void aSecretHasThirtyTwoBytesAndIsNeverShown() {
        String short31 = "topsecret-topsecret-topsecret31";

        assertThat(short31).hasSize(31);
        assertThatThrownBy(() -> builder.csrfSecret(short31))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("31 bytes")
                .hasMessageNotContaining("topsecret");
        assertThat(builder.csrfSecret(short31 + "x").build()).isNotNull();
        assertThat(builder.csrfSecret(new byte[32]).build()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.example",
                "https://",
                "https://app.example/",
                "https://a@app.example",
                "null",
                "*",
                "ftp://app.example",
                "https://app.example?x",
                "https://app.example#x",
                "https://*.example"
            })
    void aTrustedOriginIsAnOriginAndNothingElse(String origin) {
        assertThatThrownBy(() -> builder.trustedOrigins(origin)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 16 * 1024 * 1024 + 1, 0, -1})
    void bodiesAreOneKibibyteToSixteenMebibytes(int size) {
        assertThatThrownBy(() -> builder.maxJsonBytes(size)).hasMessageContaining("maxJsonBytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 2 * 1024 * 1024 + 1, 0, -1})
    void webhooksAreOneKibibyteToWhatTheGatewayVerifies(int size) {
        assertThatThrownBy(() -> builder.maxWebhookBytes(size)).hasMessageContaining("maxWebhookBytes");
    }

    @Test
    void theEdgesOfBodySizesAreAllowed() {
        assertThat(builder.maxJsonBytes(1024).maxWebhookBytes(2 * 1024 * 1024).build())
                .isNotNull();
        assertThat(builder.maxJsonBytes(16 * 1024 * 1024).maxWebhookBytes(1024).build())
                .isNotNull();
    }

    @Test
    void aLoginPathHasTwoHundredCharactersAtMost() {
        assertThat(builder.loginPath("/" + "a".repeat(199)).build()).isNotNull();
        assertThatThrownBy(() -> builder.loginPath("/" + "a".repeat(200))).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login", "https://evil.example", "/log in", "/\"onclick", "/<"})
    void aLoginPathBeginsWithASlash(String path) {
        assertThatThrownBy(() -> builder.loginPath(path)).isInstanceOf(InvalidValueException.class);
    }
}
