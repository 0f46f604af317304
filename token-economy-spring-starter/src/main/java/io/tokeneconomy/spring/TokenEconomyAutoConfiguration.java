package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.payment.stripe.StripeGatewayBuilder;
import io.tokeneconomy.spring.TokenEconomyProperties.StripeSettings;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * A {@link TokenEconomy} from {@link TokenEconomyProperties}, unless the application has one or {@code
 * token-economy.enabled} is false.
 *
 * <p>It is made of the application's {@link LedgerStore}, {@link PaymentGateway} and {@link Catalog} beans; for each that
 * is missing one is made from the properties: an SQLite file, Stripe, the standard catalog. All {@link
 * TokenEconomyListener} beans listen to it, all {@link TokenEconomyCustomizer} beans may change it.
 *
 * <p>Spring closes store and gateway, which are beans, once and after whatever uses them; the economy itself is not
 * closed. A store or gateway that only a customizer knows is the customizer's to close.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(TokenEconomy.class)
@EnableConfigurationProperties(TokenEconomyProperties.class)
public final class TokenEconomyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Catalog tokenEconomyCatalog(TokenEconomyProperties properties) {
        return ConfiguredCatalog.of(properties.catalog());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnClass(name = "org.sqlite.SQLiteDataSource")
    LedgerStore tokenEconomyLedgerStore(TokenEconomyProperties properties) {
        return ConfiguredStore.of(properties.store());
    }

    @Bean
    @ConditionalOnMissingBean
    PaymentGateway tokenEconomyPaymentGateway(TokenEconomyProperties properties) {
        StripeSettings stripe = properties.stripe();
        String key = Setting.SECRET_KEY.required(stripe.secretKey());
        List<String> secrets = stripe.webhookSecrets();
        Setting.WEBHOOK_SECRETS.required(secrets.isEmpty() ? null : String.join("", secrets));
        StripeGatewayBuilder builder = StripeGateway.builder();
        Setting.SECRET_KEY.checked(() -> builder.secretKey(key));
        Setting.WEBHOOK_SECRETS.checked(() -> builder.webhookSecrets(secrets));
        URI apiBase = stripe.apiBase();
        if (apiBase != null) {
            Setting.API_BASE.checked(() -> builder.apiBase(apiBase));
        }
        return builder.build();
    }

    /** Closing it would close the store a second time, and before other beans that still use it. */
    @Bean(destroyMethod = "")
    TokenEconomy tokenEconomy(
            TokenEconomyProperties properties,
            LedgerStore store,
            PaymentGateway payments,
            Catalog catalog,
            ObjectProvider<TokenEconomyListener> listeners,
            ObjectProvider<TokenEconomyCustomizer> customizers) {
        URI baseUrl = Setting.BASE_URL.required(properties.baseUrl());
        TokenEconomyBuilder builder =
                TokenEconomy.builder().store(store).payments(payments).catalog(catalog);
        Setting.BASE_URL.checked(() -> builder.baseUrl(baseUrl));
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return Setting.BASE_URL.checked(builder::build);
    }
}
