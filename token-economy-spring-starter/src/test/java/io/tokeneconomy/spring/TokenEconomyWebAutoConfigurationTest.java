package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;

class TokenEconomyWebAutoConfigurationTest {

    private static final AutoConfigurations OURS =
            AutoConfigurations.of(TokenEconomyWebAutoConfiguration.class, TokenEconomyAutoConfiguration.class);

    private final WebApplicationContextRunner web = new WebApplicationContextRunner()
            .withConfiguration(OURS)
            .withPropertyValues(Parts.REQUIRED)
            .withBean(LedgerStore.class, Parts::store);

    @Test
    void theWebhookStandsBeforeSpringSecurityAndTheRestAfterIt() {
        web.run(context -> {
            FilterRegistrationBean<?> webhook =
                    context.getBean("tokenEconomyWebhookRegistration", FilterRegistrationBean.class);
            FilterRegistrationBean<?> api =
                    context.getBean("tokenEconomyApiRegistration", FilterRegistrationBean.class);
            assertThat(webhook.getOrder()).isEqualTo(-110);
            assertThat(webhook.getUrlPatterns()).containsExactly("/api/stripe/webhook");
            assertThat(api.getOrder()).isZero();
            assertThat(api.getUrlPatterns()).containsExactly("/api/tokens/*", "/tokens/*");
            assertThat(webhook.getFilterName()).isNotEqualTo(api.getFilterName());
            assertThat(webhook.getFilter())
                    .isSameAs(api.getFilter())
                    .isSameAs(context.getBean(TokenEconomyFilter.class));
        });
    }

    @Test
    void theApplicationsFilterWins() {
        web.withBean(
                        "own",
                        TokenEconomyFilter.class,
                        () -> TokenEconomyFilter.builder(economy()).build())
                .run(context -> assertThat(context)
                        .hasSingleBean(TokenEconomyFilter.class)
                        .hasBean("own"));
    }

    @Test
    void theApplicationsRegistrationWins() {
        FilterRegistrationBean<TokenEconomyFilter> none = new FilterRegistrationBean<>();
        web.withBean("tokenEconomyWebhookRegistration", FilterRegistrationBean.class, () -> none)
                .run(context -> assertThat(context.getBean("tokenEconomyWebhookRegistration"))
                        .isSameAs(none));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-economy.enabled=false", "token-economy.web.enabled=false"})
    void eachSwitchLeavesNoFilter(String property) {
        web.withPropertyValues(property)
                .withBean("own", TokenEconomy.class, TokenEconomyWebAutoConfigurationTest::economy)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(TokenEconomyFilter.class)
                        .doesNotHaveBean(FilterRegistrationBean.class));
    }

    @Test
    void anApplicationWithoutWebHasAnEconomyAndNoFilter() {
        new ApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues(Parts.REQUIRED)
                .withBean(LedgerStore.class, Parts::store)
                .run(context -> assertThat(context)
                        .hasSingleBean(TokenEconomy.class)
                        .doesNotHaveBean(TokenEconomyFilter.class)
                        .doesNotHaveBean(FilterRegistrationBean.class));
    }

    @Test
    void anApplicationWithoutServletsStartsAsWell() {
        new ApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues(Parts.REQUIRED)
                .withBean(LedgerStore.class, Parts::store)
                .withClassLoader(new FilteredClassLoader("jakarta.servlet"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(TokenEconomy.class));
    }

    private static TokenEconomy economy() {
        return TokenEconomy.builder()
                .store(Parts.store())
                .payments(Parts.gateway(PaymentMode.TEST))
                .baseUrl(URI.create("https://own.example"))
                .build();
    }
}
