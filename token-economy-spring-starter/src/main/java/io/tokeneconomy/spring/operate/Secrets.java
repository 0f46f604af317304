package io.tokeneconomy.spring.operate;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/** Hides our secrets in {@code configprops} and {@code env} also where an application shows all values. */
public final class Secrets implements SanitizingFunction {

    private static final List<String> NAMES = List.of("stripesecretkey", "webhooksecret", "csrfsecret");

    /** For the auto-configuration. */
    public Secrets() {}

    @Override
    public SanitizableData apply(SanitizableData data) {
        String key = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return NAMES.stream().anyMatch(key::contains) ? data.withSanitizedValue() : data;
    }
}
