package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of properties; every refusal names the key, what was given and what is allowed. */
final class PropertyValues {

    /** Eighteen digits always fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Properties properties;

    PropertyValues(Properties properties) {
        this.properties = properties;
    }

    /** Ids separated by commas; none when the key is absent. */
    Set<String> ids(String key) {
        String list = optional(key);
        Set<String> ids = new LinkedHashSet<>();
        if (list == null) {
            return ids;
        }
        for (String item : list.split(",", -1)) {
            String id = TokenPackage.checkedId(key, item.strip());
            if (!ids.add(id)) {
                throw new InvalidValueException(key, id, "each id once");
            }
        }
        Checks.range(key, ids.size(), 1, Catalog.MAX_PACKAGES);
        return ids;
    }

    void refuseAllBut(List<String> allowed) {
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(Set.copyOf(allowed));
        unknown.stream().findFirst().ifPresent(key -> {
            // the value stays untold: a stray key may hold a secret
            throw new InvalidValueException(
                    "catalog key", key, "a key of the format; the closest is " + Closest.to(key, allowed));
        });
        properties.forEach((key, value) -> {
            if (!(key instanceof String) || !(value instanceof String)) {
                throw new InvalidValueException(
                        String.valueOf(key),
                        value,
                        "text, not " + value.getClass().getName());
            }
        });
    }

    Money money(String priceKey, String currencyKey) {
        long amountMinor = number(priceKey);
        StripeCurrency rules = StripeCurrency.require(currencyKey, required(currencyKey));
        rules.checkAmount(priceKey, amountMinor);
        return Money.of(amountMinor, rules.code());
    }

    long number(String key) {
        String digits = required(key);
        return Long.parseLong(
                Checks.matching(key, digits, NUMBER, "a whole number of 1 to 18 digits (prices in minor units)"));
    }

    String required(String key) {
        return Missing.refuse(key, optional(key));
    }

    /** The value without the spaces around it, which {@link Properties} keeps at the end of a line. */
    @Nullable
    String optional(String key) {
        String value = properties.getProperty(key, "");
        return value.isBlank() ? null : value.strip();
    }
}
