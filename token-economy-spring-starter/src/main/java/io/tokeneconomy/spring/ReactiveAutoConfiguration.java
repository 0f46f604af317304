package io.tokeneconomy.spring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Says in a reactive application what is not there. */
@AutoConfiguration(after = TokenEconomyAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBooleanProperty(
        name = {"token-economy.enabled", "token-economy.web.enabled"},
        matchIfMissing = true)
public final class ReactiveAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ReactiveAutoConfiguration.class);

    @Bean
    SmartInitializingSingleton tokenEconomyTellsOfWebFlux() {
        return () ->
                LOG.warn("⚠️ Token Economy mounts no endpoints, pages or webhook in a reactive (WebFlux) application."
                        + " Use spring-boot-starter-web, or call TokenEconomy from controllers of your own on"
                        + " Schedulers.boundedElastic(), as it blocks; token-economy.web.enabled=false silences this.");
    }
}
