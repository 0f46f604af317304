package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.spring.operate.Secrets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;

class SecretsTest {

    @ParameterizedTest
    @CsvSource({
        "token-economy.stripe.secretKey, true",
        "token-economy.stripe.webhookSecrets[0], true",
        "token-economy.web.csrf-secret, true",
        "STRIPE_SECRET_KEY, true",
        "TOKEN_ECONOMY_STRIPE_WEBHOOKSECRETS, true",
        "token-economy.base-url, false",
        "other.secretary, false"
    })
    void onlySecretsAreHidden(String key, boolean hidden) {
        SanitizableData shown = new Secrets().apply(new SanitizableData(null, key, "value"));
        assertThat("value".equals(shown.getValue())).isEqualTo(!hidden);
    }
}
