package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.servlet.CsrfProtection;
import io.tokeneconomy.servlet.CsrfVerdict;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import io.tokeneconomy.servlet.admin.OperatorResolver;
import io.tokeneconomy.spring.web.PathClashException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
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
    void whoHasTheRoleMayUseTheConsole() {
        web.withPropertyValues("token-economy.web.console.role=OPERATOR").run(context -> {
            TokenEconomyFilter filter = context.getBean(TokenEconomyFilter.class);
            assertThat(reachesTheApplication(filter, "/tokens/admin", "OPERATOR"))
                    .isFalse();
            assertThat(reachesTheApplication(filter, "/tokens/admin", "BUYER")).isTrue();
        });
    }

    @Test
    void withoutARoleOrABeanThereIsNoConsole() {
        web.run(context -> assertThat(
                        reachesTheApplication(context.getBean(TokenEconomyFilter.class), "/tokens/admin", "OPERATOR"))
                .isTrue());
        web.withBean(OperatorResolver.class, () -> request -> Optional.of("root"))
                .run(context -> assertThat(reachesTheApplication(
                                context.getBean(TokenEconomyFilter.class), "/tokens/admin", "BUYER"))
                        .isFalse());
    }

    @Test
    void thePagesAreWhereThePropertiesSay() {
        web.withPropertyValues(
                        "token-economy.web.page.path=/shop/tokens",
                        "token-economy.web.page.without=history",
                        "token-economy.web.page.brand=Studio",
                        "token-economy.web.page.logo=/logo.svg",
                        "token-economy.web.page.links.Help=/help",
                        "token-economy.web.page.stylesheets=/studio.css")
                .run(context -> {
                    FilterRegistrationBean<?> api =
                            context.getBean("tokenEconomyApiRegistration", FilterRegistrationBean.class);
                    assertThat(api.getUrlPatterns()).contains("/shop/tokens/*");
                    TokenEconomyFilter filter = context.getBean(TokenEconomyFilter.class);
                    assertThat(page(filter, "/shop/tokens/buy"))
                            .contains("Studio", "/logo.svg", "/help", "/studio.css");
                    assertThat(reachesTheApplication(filter, "/shop/tokens/history", "BUYER"))
                            .isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "page.path, shop",
        "page.logo, https://elsewhere.example/logo.svg",
        "page.brand, ' '",
        "console.infrastructure-minor, -1"
    })
    void whatThePagesRefuseIsToldByItsProperty(String name, String value) {
        web.withPropertyValues("token-economy.web.console.role=OPERATOR", "token-economy.web." + name + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                "The property token-economy.web." + name.replaceFirst("\\..*", "") + " is refused"));
    }

    private static String page(TokenEconomyFilter filter, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request(path, "BUYER"), response, new MockFilterChain());
        return response.getContentAsString();
    }

    private static boolean reachesTheApplication(TokenEconomyFilter filter, String path, String role) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request(path, role), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    private static MockHttpServletRequest request(String path, String role) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setUserPrincipal(() -> "alice");
        request.addUserRole(role);
        return request;
    }

    @Test
    void aCustomizerOfTheFilterHasTheLastWord() {
        web.withPropertyValues("token-economy.web.page.brand=Studio")
                .withBean(
                        TokenEconomyFilterCustomizer.class,
                        () -> builder -> builder.pages(settings -> settings.brand("Atelier")))
                .run(context -> assertThat(page(context.getBean(TokenEconomyFilter.class), "/tokens/buy"))
                        .contains("Atelier")
                        .doesNotContain("Studio"));
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

    @Test
    void aControllerOnAPathThatIsNotOursStays() {
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        web.withPropertyValues("token-economy.web.page.without=buy")
                .withBean(RequestMappingHandlerMapping.class, () -> mapping)
                .withBean(Buy.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/stripe/webhook",
                "/api/tokens/transactions.csv",
                "/api/tokens/session",
                "/shop/history",
                "/tokens/thanks"
            })
    void whateverTheFilterAnswersIsOurs(String path) {
        web.withPropertyValues(
                        "token-economy.web.page.path=/shop", "token-economy.checkout.success-path=/tokens/thanks")
                .withBean(RequestMappingHandlerMapping.class, () -> new RequestMappingHandlerMapping() {
                    @Override
                    public void afterPropertiesSet() {
                        super.afterPropertiesSet();
                        registerMapping(RequestMappingInfo.paths(path).build(), new Buy(), BUY);
                    }
                })
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(PathClashException.class)
                        .hasMessageStartingWith(path + " is mapped by"));
    }

    @Test
    void aControllerIsWhereItsServletIs() {
        WebApplicationContextRunner moved = web.withPropertyValues("spring.mvc.servlet.path=/app")
                .withBean(RequestMappingHandlerMapping.class, RequestMappingHandlerMapping::new)
                .withBean(Buy.class);
        moved.run(context -> assertThat(context).hasNotFailed());
        moved.withPropertyValues("token-economy.web.page.path=/app/tokens")
                .run(context ->
                        assertThat(context).getFailure().hasMessageStartingWith("/app/tokens/buy is mapped by"));
    }

    @Test
    void aViewWithoutAControllerIsInTheWayAsWell() {
        web.withBean(
                        SimpleUrlHandlerMapping.class,
                        () -> new SimpleUrlHandlerMapping(
                                Map.of("/tokens/buy", new ParameterizableViewController(), "/**", new Object())))
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(PathClashException.class)
                        .hasMessageStartingWith("/tokens/buy is mapped by"));
    }

    private static final Method BUY = Objects.requireNonNull(ReflectionUtils.findMethod(Buy.class, "buy"));

    @Controller
    static class Buy {

        @GetMapping("/tokens/buy")
        String buy() {
            return "buy";
        }
    }
}
