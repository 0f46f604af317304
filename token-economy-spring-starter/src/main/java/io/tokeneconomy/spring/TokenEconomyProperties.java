package io.tokeneconomy.spring;

import io.tokeneconomy.spring.properties.BackgroundSettings;
import io.tokeneconomy.spring.properties.CatalogSettings;
import io.tokeneconomy.spring.properties.CheckoutPageSettings;
import io.tokeneconomy.spring.properties.PolicySettings;
import io.tokeneconomy.spring.properties.SandboxSettings;
import io.tokeneconomy.spring.properties.StoreSettings;
import io.tokeneconomy.spring.properties.StripeSettings;
import io.tokeneconomy.spring.properties.WebSettings;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties under {@code token-economy}. Three must be set: {@code base-url}, {@code stripe.secret-key} and {@code
 * stripe.webhook-secrets}; the last two only as long as there is no {@code PaymentGateway} bean and {@code
 * sandbox.enabled} is not set.
 *
 * @param enabled Whether anything is configured at all.
 * @param baseUrl Public address of the application, to which buyers return from the payment page; https with a live
 *     key. Required.
 * @param stripe Access to Stripe.
 * @param sandbox A local stand-in of Stripe.
 * @param store Where tokens and orders are kept.
 * @param catalog What is on sale.
 * @param prices What the application's own operations cost in tokens, such as image=5, by name.
 * @param checkout The payment page.
 * @param policy What the seller decides about money and tokens.
 * @param background What is done in the background.
 * @param web Endpoints and pages.
 */
@ConfigurationProperties(TokenEconomyProperties.PREFIX)
public record TokenEconomyProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable URI baseUrl,
        @DefaultValue @NestedConfigurationProperty StripeSettings stripe,
        @DefaultValue @NestedConfigurationProperty SandboxSettings sandbox,
        @DefaultValue @NestedConfigurationProperty StoreSettings store,
        @DefaultValue @NestedConfigurationProperty CatalogSettings catalog,
        @DefaultValue Map<String, String> prices,
        @DefaultValue @NestedConfigurationProperty CheckoutPageSettings checkout,
        @DefaultValue @NestedConfigurationProperty PolicySettings policy,
        @DefaultValue @NestedConfigurationProperty BackgroundSettings background,
        @DefaultValue @NestedConfigurationProperty WebSettings web) {

    /** What all names begin with: {@value}. */
    public static final String PREFIX = "token-economy";

    /** Copies the prices. */
    public TokenEconomyProperties {
        prices = Map.copyOf(prices);
    }
}
