package io.tokeneconomy.spring;

import io.tokeneconomy.servlet.TokenEconomyFilterBuilder;
import io.tokeneconomy.spring.properties.WebSettings;
import org.springframework.util.StringUtils;

/** Everything that properties say of the filter. */
final class ConfiguredFilter {

    private ConfiguredFilter() {}

    static void apply(WebSettings web, TokenEconomyFilterBuilder builder) {
        builder.pages(web.pages());
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
}
