package io.tokeneconomy.spring;

import io.tokeneconomy.servlet.Page;
import io.tokeneconomy.servlet.PageSettings;
import io.tokeneconomy.servlet.TokenEconomyFilterBuilder;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import io.tokeneconomy.servlet.admin.OperatorResolver;
import io.tokeneconomy.spring.properties.ConsoleProperties;
import io.tokeneconomy.spring.properties.PageProperties;
import io.tokeneconomy.spring.properties.TopUpOfferSettings;
import io.tokeneconomy.spring.properties.WebSettings;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Everything that properties say of the filter. */
final class ConfiguredFilter {

    private ConfiguredFilter() {}

    static void apply(WebSettings web, TokenEconomyFilterBuilder builder) {
        builder.pages(web.pages());
        Setting.PAGE.checked(() -> builder.pages(settings -> apply(web.page(), settings)));
        String secret = web.csrfSecret();
        if (StringUtils.hasText(secret)) {
            Setting.CSRF_SECRET.checked(() -> builder.csrfSecret(Setting.CSRF_SECRET.required(secret)));
        }
        String login = web.loginPath();
        if (StringUtils.hasText(login)) {
            Setting.LOGIN_PATH.checked(() -> builder.loginPath(login));
        }
        Setting.TRUSTED_ORIGINS.checked(() -> builder.trustedOrigins(web.trustedOrigins()));
        Setting.MAX_WEBHOOK_BYTES.checked(() -> builder.maxWebhookBytes(web.maxWebhookBytes()));
        Setting.MAX_JSON_BYTES.checked(() -> builder.maxJsonBytes(web.maxJsonBytes()));
    }

    /** The console for those that a bean lets in, or the role that a property names; else there is none. */
    static void console(ConsoleProperties console, @Nullable OperatorResolver bean, TokenEconomyFilterBuilder builder) {
        String role = console.role();
        OperatorResolver operators = bean == null && StringUtils.hasText(role) ? inRole(role) : bean;
        if (operators != null) {
            Setting.CONSOLE.checked(() ->
                    builder.console(ConsoleSettings.of(operators).withInfrastructure(console.infrastructureMinor())));
        }
    }

    private static OperatorResolver inRole(String role) {
        return request -> request.isUserInRole(role)
                ? Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName)
                : Optional.empty();
    }

    private static void apply(PageProperties page, PageSettings settings) {
        settings.path(page.path())
                .without(page.without().toArray(Page[]::new))
                .brand(page.brand())
                .home(page.home())
                .highlight(page.highlight());
        String logo = page.logo();
        if (StringUtils.hasText(logo)) {
            settings.logo(logo);
        }
        page.links().forEach(settings::link);
        page.stylesheets().forEach(settings::stylesheet);
        TopUpOfferSettings topUp = page.topUp();
        if (topUp != null) {
            settings.topUp(topUp.threshold(), topUp.period(), topUp.times());
        }
    }
}
