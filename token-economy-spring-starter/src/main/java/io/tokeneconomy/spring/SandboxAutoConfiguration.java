package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.spring.test.TokenEconomyTestClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** A buyer for tests, where the sandbox plays Stripe. */
@AutoConfiguration(after = TokenEconomyAutoConfiguration.class)
@ConditionalOnBean({StripeSandbox.class, TokenEconomy.class})
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
public final class SandboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TokenEconomyTestClient tokenEconomyTestClient(TokenEconomy economy, StripeSandbox sandbox) {
        return new TokenEconomyTestClient(economy, sandbox);
    }
}
