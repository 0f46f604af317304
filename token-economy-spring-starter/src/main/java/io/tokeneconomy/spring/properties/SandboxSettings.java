package io.tokeneconomy.spring.properties;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A local stand-in of Stripe, for development and tests: no account, no key, no money.
 *
 * @param enabled Whether the sandbox plays Stripe. Refused beside a live key.
 * @param port Port of the sandbox on 127.0.0.1; 0 for any free one.
 * @param journal File in which its state survives a restart. By default it forgets.
 */
public record SandboxSettings(
        boolean enabled,
        @DefaultValue("0") int port,
        @Nullable String journal) {}
