package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.servlet.HostCsrf;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import io.tokeneconomy.servlet.TokenEconomyFilterBuilder;
import io.tokeneconomy.servlet.UserResolver;
import io.tokeneconomy.servlet.admin.OperatorResolver;
import io.tokeneconomy.spring.charge.CurrentAccount;
import io.tokeneconomy.spring.charge.RequestAccount;
import io.tokeneconomy.spring.operate.WebhookLogFilter;
import io.tokeneconomy.spring.web.PathClashes;
import io.tokeneconomy.spring.web.RefusalAdvice;
import io.tokeneconomy.spring.web.SecurityCsrf;
import io.tokeneconomy.spring.web.SecurityUsers;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Mounts the economy's endpoints and pages in a servlet web application, unless {@code token-economy.web.enabled} is
 * false. In others, reactive ones too, it does nothing.
 *
 * <p>One {@link TokenEconomyFilter} is registered twice, since Spring Security's own filter stands at -100: the webhook
 * before it, as its signature is its authentication, everything else after it, where the user is known. A {@link
 * UserResolver} bean tells who the user is; without one it is the request's principal.
 */
@AutoConfiguration(after = TokenEconomyAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Filter.class, FilterRegistrationBean.class})
@ConditionalOnBooleanProperty(
        name = {"token-economy.enabled", "token-economy.web.enabled"},
        matchIfMissing = true)
@ConditionalOnBean(TokenEconomy.class)
@EnableConfigurationProperties(TokenEconomyProperties.class)
public final class TokenEconomyWebAutoConfiguration {

    /** Where the webhook's filter stands unless {@code token-economy.web.webhook-order} says otherwise: before Spring Security's, which is at -100. */
    public static final int WEBHOOK_ORDER = -110;

    /**
     * Where the filter of API and pages stands unless {@code token-economy.web.order} says otherwise: after Spring
     * Security's, and after filters that have no order and may sign users in.
     */
    public static final int API_ORDER = Ordered.LOWEST_PRECEDENCE;

    @Bean
    @ConditionalOnMissingBean
    TokenEconomyFilter tokenEconomyFilter(
            TokenEconomy economy,
            TokenEconomyProperties properties,
            ObjectProvider<UserResolver> users,
            ObjectProvider<HostCsrf> csrf,
            ObjectProvider<OperatorResolver> operators,
            ObjectProvider<TokenEconomyFilterCustomizer> customizers) {
        TokenEconomyFilterBuilder builder = TokenEconomyFilter.builder(economy);
        ConfiguredFilter.apply(properties.web(), builder);
        users.ifAvailable(builder::userResolver);
        csrf.ifAvailable(builder::hostCsrf);
        ConfiguredFilter.console(properties.web().console(), operators.getIfAvailable(), builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyWebhookRegistration")
    FilterRegistrationBean<TokenEconomyFilter> tokenEconomyWebhookRegistration(
            TokenEconomyFilter filter, TokenEconomyProperties properties) {
        return registration(
                filter, "tokenEconomyWebhook", properties.web().webhookOrder(), TokenEconomyFilter.WEBHOOK_PATTERN);
    }

    /** Just before the webhook's filter, for the log. */
    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyWebhookLogRegistration")
    FilterRegistrationBean<WebhookLogFilter> tokenEconomyWebhookLogRegistration(TokenEconomyProperties properties) {
        FilterRegistrationBean<WebhookLogFilter> registration = new FilterRegistrationBean<>(new WebhookLogFilter());
        registration.setName("tokenEconomyWebhookLog");
        registration.setOrder(properties.web().webhookOrder() - 1);
        registration.addUrlPatterns(TokenEconomyFilter.WEBHOOK_PATTERN);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyApiRegistration")
    FilterRegistrationBean<TokenEconomyFilter> tokenEconomyApiRegistration(
            TokenEconomyFilter filter, TokenEconomyProperties properties) {
        Integer order = properties.web().order();
        FilterRegistrationBean<TokenEconomyFilter> registration = registration(
                filter,
                "tokenEconomyApi",
                order == null ? API_ORDER : order,
                TokenEconomyFilter.API_PATTERN,
                TokenEconomyFilter.PAGES_PATTERN,
                properties.web().page().path() + "/*");
        // no order is behind that of a filter bean without one, but a mapping after all mappings is
        registration.setMatchAfter(order == null);
        return registration;
    }

    private static FilterRegistrationBean<TokenEconomyFilter> registration(
            TokenEconomyFilter filter, String name, int order, String... paths) {
        FilterRegistrationBean<TokenEconomyFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }

    @Bean
    @ConditionalOnMissingBean
    CurrentAccount tokenEconomyCurrentAccount(ObjectProvider<UserResolver> users) {
        return new RequestAccount(users.getIfAvailable(UserResolver::principal));
    }

    /** Spring Security's users and tokens; never a chain of ours, which would take the place of the default one. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CsrfToken.class)
    static class WithSecurity {

        @Bean
        @ConditionalOnMissingBean
        UserResolver tokenEconomyUsers() {
            return new SecurityUsers();
        }

        @Bean
        @ConditionalOnMissingBean
        HostCsrf tokenEconomyHostCsrf() {
            return new SecurityCsrf();
        }
    }

    /** What stands beside the application's controllers. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RequestMappingHandlerMapping.class)
    static class WithControllers {

        @Bean
        @ConditionalOnMissingBean
        RefusalAdvice tokenEconomyRefusals() {
            return new RefusalAdvice();
        }

        @Bean
        PathClashes tokenEconomyPathClashes(
                ObjectProvider<RequestMappingHandlerMapping> controllers,
                ObjectProvider<AbstractUrlHandlerMapping> others,
                TokenEconomyFilter filter,
                TokenEconomyProperties properties,
                Environment environment) {
            List<String> mapped = List.of(
                    TokenEconomyFilter.WEBHOOK_PATTERN,
                    folder(TokenEconomyFilter.API_PATTERN),
                    folder(TokenEconomyFilter.PAGES_PATTERN),
                    properties.web().page().path() + "/");
            String servlet =
                    StringUtils.trimTrailingCharacter(environment.getProperty("spring.mvc.servlet.path", ""), '/');
            return new PathClashes(
                    controllers,
                    others,
                    servlet,
                    path -> mapped.stream().anyMatch(path::startsWith) && filter.answers(path));
        }

        private static String folder(String pattern) {
            return pattern.substring(0, pattern.length() - 1);
        }
    }
}
