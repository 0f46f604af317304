package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TokenEconomyPropertiesTest {

    private final ApplicationContextRunner shop = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withPropertyValues(Parts.REQUIRED)
            .withBean(LedgerStore.class, Parts::store);

    @Test
    void defaultsAreThere() {
        shop.run(context -> {
            TokenEconomyProperties properties = context.getBean(TokenEconomyProperties.class);
            assertThat(properties.enabled()).isTrue();
            assertThat(properties.web().enabled()).isTrue();
            assertThat(properties.store().sqliteFile()).isEqualTo("data/tokens.db");
            assertThat(properties.stripe().apiBase()).isNull();
            assertThat(properties.catalog().file()).isNull();
            assertThat(properties.catalog().packages()).isEmpty();
        });
    }

    @Test
    void severalWebhookSecretsAreSeparatedByCommas() {
        shop.withPropertyValues("token-economy.stripe.webhook-secrets=whsec_old,whsec_new")
                .run(context -> assertThat(context.getBean(TokenEconomyProperties.class)
                                .stripe()
                                .webhookSecrets())
                        .containsExactly("whsec_old", "whsec_new"));
    }

    @Test
    void noSecretIsInTheText() {
        shop.withPropertyValues("token-economy.web.csrf-secret=pepper")
                .run(context -> assertThat(
                                context.getBean(TokenEconomyProperties.class).toString())
                        .contains(
                                "https://shop.example",
                                "secretKey=hidden",
                                "webhookSecrets=1 hidden",
                                "csrfSecret=hidden")
                        .doesNotContain("pepper", Parts.SECRET_KEY, Parts.WEBHOOK_SECRET));
    }
}
