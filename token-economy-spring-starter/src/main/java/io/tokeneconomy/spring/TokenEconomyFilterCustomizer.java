package io.tokeneconomy.spring;

import io.tokeneconomy.servlet.TokenEconomyFilterBuilder;

/**
 * A bean of this type has the last word on the filter that is auto-configured, for what no property says. Called once,
 * at start; several in bean order.
 */
@FunctionalInterface
public interface TokenEconomyFilterCustomizer {

    /** Changes the builder, which already has everything that properties and beans say. */
    void customize(TokenEconomyFilterBuilder builder);
}
