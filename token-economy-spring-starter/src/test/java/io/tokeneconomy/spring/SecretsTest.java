package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.spring.operate.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Where an application shows all values to whoever asks. */
class SecretsTest {

    private static final String CSRF = "csrf-secret-0123456789abcdef0123456789";

    @Test
    void configpropsAndEnvShowEverythingButOurSecrets() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ConfigurationPropertiesReportEndpointAutoConfiguration.class,
                        EnvironmentEndpointAutoConfiguration.class,
                        EndpointAutoConfiguration.class,
                        StoreAutoConfiguration.class,
                        TokenEconomyAutoConfiguration.class))
                .withBean(LedgerStore.class, Parts::store)
                .withPropertyValues(Parts.REQUIRED)
                .withPropertyValues(
                        "token-economy.web.csrf-secret=" + CSRF,
                        "management.endpoints.web.exposure.include=*",
                        "management.endpoint.configprops.show-values=always",
                        "management.endpoint.env.show-values=always")
                .run(context -> {
                    String beans = context
                            .getBean(ConfigurationPropertiesReportEndpoint.class)
                            .configurationProperties()
                            .getContexts()
                            .values()
                            .iterator()
                            .next()
                            .getBeans()
                            .values()
                            .stream()
                            .map(bean -> bean.getProperties() + " " + bean.getInputs())
                            .reduce("", String::concat);
                    String all = context
                            .getBean(EnvironmentEndpoint.class)
                            .environment("token-economy.*")
                            .getPropertySources()
                            .stream()
                            .map(source -> source.getProperties().entrySet().stream()
                                    .map(entry -> entry.getKey() + "="
                                            + entry.getValue().getValue())
                                    .toList()
                                    .toString())
                            .reduce("", String::concat);
                    assertThat(beans).contains("https://shop.example", "secretKey");
                    assertThat(all).contains("https://shop.example", "secret-key");
                    assertThat(beans + all).doesNotContain(Parts.SECRET_KEY, Parts.WEBHOOK_SECRET, CSRF);
                });
    }

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

    @ParameterizedTest
    @CsvSource({
        "shop.payments, sk_live_parts, true",
        "shop.payments, rk_test_parts, true",
        "shop.hook, whsec_parts, true",
        "sun.java.command, shop.jar --token-economy.stripe.secret-key=sk_test_parts, true",
        "shop.page, pk_test_parts, false",
        "shop.task, task_live_long, false"
    })
    void aKeyOfStripesIsHiddenUnderAnyName(String name, String value, boolean hidden) {
        SanitizableData shown = new Secrets().apply(new SanitizableData(null, name, value));
        assertThat(value.equals(shown.getValue())).isEqualTo(!hidden);
    }
}
