package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import io.tokeneconomy.servlet.TokenEconomyFilterBuilder;
import io.tokeneconomy.servlet.UserResolver;
import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

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
public final class TokenEconomyWebAutoConfiguration {

    /** Where the webhook's filter stands: before Spring Security's, which is at -100. */
    public static final int WEBHOOK_ORDER = -110;

    /** Where the filter of API and pages stands: after Spring Security's. */
    public static final int API_ORDER = 0;

    @Bean
    @ConditionalOnMissingBean
    TokenEconomyFilter tokenEconomyFilter(TokenEconomy economy, ObjectProvider<UserResolver> users) {
        TokenEconomyFilterBuilder builder = TokenEconomyFilter.builder(economy);
        users.ifAvailable(builder::userResolver);
        return builder.build();
    }

    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyWebhookRegistration")
    FilterRegistrationBean<TokenEconomyFilter> tokenEconomyWebhookRegistration(TokenEconomyFilter filter) {
        return registration(filter, "tokenEconomyWebhook", WEBHOOK_ORDER, TokenEconomyFilter.WEBHOOK_PATTERN);
    }

    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyApiRegistration")
    FilterRegistrationBean<TokenEconomyFilter> tokenEconomyApiRegistration(TokenEconomyFilter filter) {
        return registration(
                filter, "tokenEconomyApi", API_ORDER, TokenEconomyFilter.API_PATTERN, TokenEconomyFilter.PAGES_PATTERN);
    }

    private static FilterRegistrationBean<TokenEconomyFilter> registration(
            TokenEconomyFilter filter, String name, int order, String... paths) {
        FilterRegistrationBean<TokenEconomyFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(order);
        registration.addUrlPatterns(paths);
        return registration;
    }
}
