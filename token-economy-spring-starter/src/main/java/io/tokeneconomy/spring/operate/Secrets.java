package io.tokeneconomy.spring.operate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides our secrets in {@code configprops} and {@code env} also where an application shows all values; Stripe's under any
 * name, since ours may only point to another.
 */
public final class Secrets implements SanitizingFunction {

    /** A key of Stripe's, also within a command line. */
    private static final Pattern KEY = Pattern.compile("\\b(?:[sr]k_(?:live|test)|whsec)_");

    private static final List<String> NAMES = List.of("stripesecretkey", "webhooksecret", "csrfsecret");

    /** For the auto-configuration. */
    public Secrets() {}

    @Override
    public SanitizableData apply(SanitizableData data) {
        String key = data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean hidden = NAMES.stream().anyMatch(key::contains)
                || KEY.matcher(String.valueOf(data.getValue())).find();
        return hidden ? data.withSanitizedValue() : data;
    }
}
