package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.spring.operate.Secrets;
import io.tokeneconomy.spring.operate.TokenEconomyEndpoint;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The actuator's endpoint {@code tokeneconomy}, and what {@code info} says. */
@AutoConfiguration(after = TokenEconomyAutoConfiguration.class)
@ConditionalOnClass({ConditionalOnAvailableEndpoint.class, InfoContributor.class})
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
@ConditionalOnBean(TokenEconomy.class)
public final class EndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    TokenEconomyEndpoint tokenEconomyEndpoint(TokenEconomy economy) {
        return new TokenEconomyEndpoint(economy, InstantSource.system());
    }

    @Bean
    @ConditionalOnMissingBean
    Secrets tokenEconomySecrets() {
        return new Secrets();
    }

    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyInfo")
    InfoContributor tokenEconomyInfo(TokenEconomy economy) {
        return info -> info.withDetail(
                "tokenEconomy",
                Map.of(
                        "baseUrl",
                        economy.settings().baseUrl().toString(),
                        "packages",
                        economy.catalog().packages().stream()
                                .map(TokenPackage::id)
                                .toList()));
    }
}
