package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a catalog from properties, in the format that {@link Catalog} documents. */
final class CatalogProperties {

    private static final String PACKAGES = "packages";
    private static final List<String> FIELDS =
            List.of("name", "description", "tokens", "bonus", "price", "currency", "price-id");
    /** Eighteen digits always fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Properties properties;

    CatalogProperties(Properties properties) {
        this.properties = properties;
    }

    Catalog catalog() {
        Set<String> ids = ids();
        refuseUnknownKeys(ids);
        return Catalog.of(ids.stream().map(this::offer).toList());
    }

    private Set<String> ids() {
        String list = required(PACKAGES);
        Set<String> ids = new LinkedHashSet<>();
        for (String item : list.split(",", -1)) {
            String id = TokenPackage.checkedId(PACKAGES, item.strip());
            if (!ids.add(id)) {
                throw new InvalidValueException(PACKAGES, id, "each id once");
            }
        }
        Checks.range(PACKAGES, ids.size(), 1, Catalog.MAX_PACKAGES);
        return ids;
    }

    private void refuseUnknownKeys(Set<String> ids) {
        List<String> allowed = new ArrayList<>(List.of(PACKAGES));
        ids.forEach(id -> FIELDS.forEach(field -> allowed.add(key(id, field))));
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

    private TokenPackage offer(String id) {
        TokenPackage.Builder builder = TokenPackage.builder(id)
                .name(required(key(id, "name")))
                .tokens(number(key(id, "tokens")))
                .price(price(id));
        String bonus = key(id, "bonus");
        if (optional(bonus) != null) {
            builder.bonus(number(bonus));
        }
        String description = optional(key(id, "description"));
        if (description != null) {
            builder.description(description);
        }
        String priceId = optional(key(id, "price-id"));
        return priceId == null ? builder.build() : builder.priceId(priceId).build();
    }

    private Money price(String id) {
        String price = key(id, "price");
        String currency = key(id, "currency");
        long amountMinor = number(price);
        StripeCurrency rules = StripeCurrency.require(currency, required(currency));
        rules.checkAmount(price, amountMinor);
        return Money.of(amountMinor, rules.code());
    }

    private long number(String key) {
        String digits = required(key);
        return Long.parseLong(
                Checks.matching(key, digits, NUMBER, "a whole number of 1 to 18 digits (prices in minor units)"));
    }

    private String required(String key) {
        return Missing.refuse(key, optional(key));
    }

    /** The value without the spaces around it, which {@link Properties} keeps at the end of a line. */
    private @Nullable String optional(String key) {
        String value = properties.getProperty(key, "");
        return value.isBlank() ? null : value.strip();
    }

    private static String key(String id, String field) {
        return "package." + id + "." + field;
    }
}
