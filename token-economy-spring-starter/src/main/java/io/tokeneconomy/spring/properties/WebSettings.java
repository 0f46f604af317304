package io.tokeneconomy.spring.properties;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Endpoints and pages, in servlet web applications.
 *
 * @param enabled Whether the filter is mounted.
 * @param pages Whether the pages below /tokens/ are there.
 * @param page How the pages look and where they are.
 * @param console The operator's console.
 * @param order Where the filter of API and pages stands among the filters, such as after the one that signs users in.
 *     By default after all others, also those without an order.
 * @param webhookOrder Where the webhook's filter stands: before Spring Security's at -100.
 * @param csrfSecret Key of CSRF tokens, 32 bytes or more, the same on all nodes. By default random at each start; not
 *     looked at when there is a {@code TokenEconomyFilter} bean.
 * @param loginPath Path at which users sign in, for a link on the page that asks them to.
 * @param trustedOrigins Origins of other sites whose pages may post, such as https://app.example.
 * @param maxWebhookBytes Largest body of a webhook call in bytes, 1 KiB to 2 MiB.
 * @param maxJsonBytes Largest body of any other call in bytes, 1 KiB to 16 MiB.
 */
public record WebSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean pages,
        @DefaultValue @NestedConfigurationProperty PageProperties page,
        @DefaultValue @NestedConfigurationProperty ConsoleProperties console,
        @Nullable Integer order,
        @DefaultValue("-110") int webhookOrder,
        @Nullable String csrfSecret,
        @Nullable String loginPath,
        @DefaultValue List<String> trustedOrigins,
        @DefaultValue("1048576") int maxWebhookBytes,
        @DefaultValue("16384") int maxJsonBytes) {

    /** Copies the list. */
    public WebSettings {
        trustedOrigins = List.copyOf(trustedOrigins);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "WebSettings[enabled=" + enabled + ", pages=" + pages + ", order=" + order + ", csrfSecret="
                + (csrfSecret == null ? "missing" : "hidden") + "]";
    }
}
