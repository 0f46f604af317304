package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Reads a catalog from properties, in the format that {@link Catalog} documents. */
final class CatalogProperties {

    private static final String PACKAGES = "packages";
    private static final String PLANS = "plans";
    private static final List<String> PACKAGE_FIELDS =
            List.of("name", "description", "tokens", "bonus", "price", "currency", "price-id");
    private static final List<String> PLAN_FIELDS =
            List.of("name", "tokens", "price", "currency", "interval", "rolls-over", "price-id");

    private final PropertyValues values;

    CatalogProperties(Properties properties) {
        this.values = new PropertyValues(properties);
    }

    Catalog catalog() {
        Set<String> plans = values.ids(PLANS);
        if (plans.isEmpty()) {
            values.required(PACKAGES);
        }
        Set<String> packages = values.ids(PACKAGES);
        values.refuseAllBut(keys(packages, plans));
        Catalog.Builder catalog = Catalog.builder();
        packages.forEach(id -> catalog.add(offer(id)));
        plans.forEach(id -> catalog.add(plan(id)));
        return catalog.build();
    }

    private static List<String> keys(Set<String> packages, Set<String> plans) {
        List<String> keys = new ArrayList<>(List.of(PACKAGES, PLANS));
        packages.forEach(id -> PACKAGE_FIELDS.forEach(field -> keys.add(packageKey(id, field))));
        plans.forEach(id -> PLAN_FIELDS.forEach(field -> keys.add(planKey(id, field))));
        return keys;
    }

    private TokenPackage offer(String id) {
        TokenPackage.Builder builder = TokenPackage.builder(id)
                .name(values.required(packageKey(id, "name")))
                .tokens(values.number(packageKey(id, "tokens")))
                .price(values.money(packageKey(id, "price"), packageKey(id, "currency")));
        String bonus = packageKey(id, "bonus");
        if (values.optional(bonus) != null) {
            builder.bonus(values.number(bonus));
        }
        String description = values.optional(packageKey(id, "description"));
        if (description != null) {
            builder.description(description);
        }
        String priceId = values.optional(packageKey(id, "price-id"));
        return priceId == null ? builder.build() : builder.priceId(priceId).build();
    }

    private SubscriptionPlan plan(String id) {
        return new SubscriptionPlan(
                id,
                values.required(planKey(id, "name")),
                values.number(planKey(id, "tokens")),
                values.money(planKey(id, "price"), planKey(id, "currency")),
                interval(planKey(id, "interval")),
                leftover(planKey(id, "rolls-over")),
                values.optional(planKey(id, "price-id")));
    }

    private Interval interval(String key) {
        String word = values.required(key);
        return switch (word) {
            case "month" -> Interval.MONTH;
            case "year" -> Interval.YEAR;
            default -> throw new InvalidValueException(key, word, "month or year");
        };
    }

    private Leftover leftover(String key) {
        return values.optional(key) == null
                ? Leftover.expires()
                : Leftover.rollsOver(Checks.range(key, values.number(key), 1, TokenPackage.MAX_TOKENS));
    }

    private static String packageKey(String id, String field) {
        return "package." + id + "." + field;
    }

    private static String planKey(String id, String field) {
        return "plan." + id + "." + field;
    }
}
