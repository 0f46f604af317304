package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomyBuilder;

/**
 * A bean of this type has the last word on the {@link io.tokeneconomy.TokenEconomy} that is auto-configured, for what no
 * property says: handlers of other payment events, checkout's paths. Called once, at start; several in bean order.
 *
 * <pre>{@code
 * @Bean
 * TokenEconomyCustomizer subscriptions(Subscriptions subscriptions) {
 *     return builder -> builder.onEvent("customer.subscription.updated", subscriptions::updated);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TokenEconomyCustomizer {

    /** Changes the builder, which already has everything that properties and beans say. */
    void customize(TokenEconomyBuilder builder);
}
