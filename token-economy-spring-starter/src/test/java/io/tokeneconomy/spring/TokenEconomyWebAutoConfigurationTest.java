package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.servlet.CsrfProtection;
import io.tokeneconomy.servlet.CsrfVerdict;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import io.tokeneconomy.spring.web.PathClashException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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
            assertThat(api.getOrder()).isEqualTo(Integer.MAX_VALUE);
            assertThat(api.isMatchAfter()).isTrue();
            assertThat(api.getUrlPatterns()).containsExactly("/api/tokens/*", "/tokens/*");
            assertThat(webhook.getFilterName()).isNotEqualTo(api.getFilterName());
            assertThat(webhook.getFilter())
                    .isSameAs(api.getFilter())
                    .isSameAs(context.getBean(TokenEconomyFilter.class));
        });
    }

    @Test
    void anOrderThatIsAskedForIsTheFilters() {
        web.withPropertyValues("token-economy.web.order=-50").run(context -> {
            FilterRegistrationBean<?> api =
                    context.getBean("tokenEconomyApiRegistration", FilterRegistrationBean.class);
            assertThat(api.getOrder()).isEqualTo(-50);
            assertThat(api.isMatchAfter()).isFalse();
        });
    }

    @Test
    void aCsrfSecretThatIsTooShortIsToldByItsProperty() {
        web.withPropertyValues("token-economy.web.csrf-secret=short-secret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("The property token-economy.web.csrf-secret is refused")
                        .rootCause()
                        .hasMessageNotContaining("short-secret"));
    }

    @Test
    void twoNodesWithOneCsrfSecretTakeEachOthersTokens() {
        String one = "token-economy.web.csrf-secret=0123456789abcdef0123456789abcdef";
        web.withPropertyValues(one)
                .run(here -> web.withPropertyValues(one).run(there -> {
                    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/generate");
                    request.setSession(new MockHttpSession(null, "session"));
                    request.addHeader(
                            CsrfProtection.HEADER,
                            here.getBean(TokenEconomyFilter.class)
                                    .csrf()
                                    .token(request, new MockHttpServletResponse()));
                    assertThat(there.getBean(TokenEconomyFilter.class).csrf().verify(request))
                            .isEqualTo(CsrfVerdict.ALLOWED);
                }));
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

    @Test
    void aControllerOnOurPathStopsTheStart() {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        web.withPropertyValues(Parts.REQUIRED)
                .withBean(RequestMappingHandlerMapping.class, () -> mapping)
                .withBean(Buy.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(PathClashException.class)
                        .hasMessageContaining("/tokens/buy is mapped by"));
    }

    @Controller
    static class Buy {

        @GetMapping("/tokens/buy")
        String buy() {
            return "buy";
        }
    }
}
