package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.spring.operate.Checkup;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health {@code tokenEconomy}, as Boot 4 has it: down while the store cannot be read. */
@AutoConfiguration(after = TokenEconomyAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.health.contributor.HealthIndicator",
            "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"
        })
@ConditionalOnBean({TokenEconomy.class, Checkup.class})
@ConditionalOnEnabledHealthIndicator("token-economy")
public final class Boot4HealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = "tokenEconomyHealthIndicator")
    HealthIndicator tokenEconomyHealthIndicator(Checkup checkup) {
        return () -> {
            Checkup.Finding found = checkup.look();
            return (found.up() ? Health.up() : Health.down())
                    .withDetails(found.details())
                    .build();
        };
    }
}
