package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.store.HostTransactions;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * A {@link TokenEconomy} from {@link TokenEconomyProperties}, unless the application has one or {@code
 * token-economy.enabled} is false.
 *
 * <p>It is made of the application's {@link LedgerStore}, {@link PaymentGateway} and {@link Catalog} beans; for each that
 * is missing one is made from the properties, see {@link StoreAutoConfiguration} for the store. All {@link
 * TokenEconomyListener} beans listen to it, all {@link TokenEconomyCustomizer} beans may change it.
 *
 * <p>At the end it first lets go of what it has under way; then Spring closes store and gateway, which are beans, once
 * and after whatever uses them. A store or gateway that only a customizer knows is the customizer's to close.
 */
@AutoConfiguration(after = StoreAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(TokenEconomy.class)
@EnableConfigurationProperties(TokenEconomyProperties.class)
public final class TokenEconomyAutoConfiguration {

    /** Its background must run, and its mistakes must show, at the start. */
    @Bean
    static LazyInitializationExcludeFilter tokenEconomyIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(TokenEconomy.class, SandboxWebhook.class);
    }

    @Bean
    @ConditionalOnMissingBean
    Catalog tokenEconomyCatalog(TokenEconomyProperties properties) {
        return ConfiguredCatalog.of(properties.catalog());
    }

    @Bean
    @ConditionalOnBooleanProperty("token-economy.sandbox.enabled")
    @ConditionalOnMissingBean({StripeSandbox.class, PaymentGateway.class})
    StripeSandbox tokenEconomySandbox(TokenEconomyProperties properties) {
        return ConfiguredSandbox.of(properties.sandbox(), properties.stripe().secretKey());
    }

    @Bean
    @ConditionalOnBooleanProperty("token-economy.sandbox.enabled")
    @ConditionalOnBean(StripeSandbox.class)
    @ConditionalOnMissingBean
    SandboxWebhook tokenEconomySandboxWebhook(StripeSandbox sandbox, Environment environment) {
        return new SandboxWebhook(sandbox, environment);
    }

    @Bean
    @ConditionalOnMissingBean
    PaymentGateway tokenEconomyPaymentGateway(
            TokenEconomyProperties properties, ObjectProvider<StripeSandbox> sandboxes) {
        StripeSandbox sandbox = sandboxes.getIfAvailable();
        return sandbox == null
                ? ConfiguredGateway.stripe(properties.stripe())
                : ConfiguredGateway.of(sandbox, properties.stripe());
    }

    @Bean(destroyMethod = "drain")
    TokenEconomy tokenEconomy(
            TokenEconomyProperties properties,
            LedgerStore store,
            PaymentGateway payments,
            Catalog catalog,
            ObjectProvider<StripeSandbox> sandboxes,
            ObjectProvider<HostTransactions> transactions,
            ObjectProvider<TokenEconomyListener> listeners,
            ObjectProvider<TokenEconomyCustomizer> customizers) {
        if (properties.catalog().checkPrices()) {
            PriceCheck.run(ConfiguredGateway.account(sandboxes.getIfAvailable(), properties.stripe()), catalog);
        }
        TokenEconomyBuilder builder =
                TokenEconomy.builder().store(store).payments(payments).catalog(catalog);
        ConfiguredEconomy.apply(properties, builder);
        transactions.ifAvailable(builder::hostTransactions);
        listeners.orderedStream().forEach(builder::listener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        if (!(payments instanceof SavedCardPayments)
                && !properties.background().topUpEvery().isZero()) {
            throw new InvalidPropertyException(
                    Setting.TOP_UP_EVERY, "is set beside payments that cannot charge saved cards", null);
        }
        return Setting.BASE_URL.checked(builder::build);
    }
}
