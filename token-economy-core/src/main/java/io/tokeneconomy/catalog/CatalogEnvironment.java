package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The environment variables of a catalog. */
final class CatalogEnvironment {

    private static final String CATALOG_FILE = "TOKEN_ECONOMY_CATALOG";
    private static final String PREFIX = "STRIPE_TOKEN_";
    private static final String SUFFIX = "_PRICE_ID";

    private CatalogEnvironment() {}

    /** The variable that gives a package or plan its Stripe price. */
    static String variable(String id) {
        return PREFIX + id.replace('-', '_').toUpperCase(Locale.ROOT) + SUFFIX;
    }

    static Catalog base(Map<String, String> environment) {
        String file = environment.getOrDefault(CATALOG_FILE, "");
        return file.isBlank()
                ? Catalog.standard()
                : Catalog.fromProperties(CatalogFile.read(CATALOG_FILE, path(file.strip())));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw CatalogFile.refused(CATALOG_FILE, file, e);
        }
    }

    static Catalog applyPriceIds(Catalog catalog, Map<String, String> environment) {
        List<String> variables = Stream.concat(
                        catalog.packages().stream().map(TokenPackage::id),
                        catalog.plans().stream().map(SubscriptionPlan::id))
                .map(CatalogEnvironment::variable)
                .toList();
        Map<String, String> priceIds = new HashMap<>();
        // sorted, so that of several mistakes the same one is reported every time
        priceVariables(environment).forEach((variable, value) -> {
            if (!variables.contains(variable)) {
                throw new InvalidValueException("environment variable", variable, allowed(variable, variables));
            }
            priceIds.put(variable, PriceId.checked(variable, value));
        });
        return withPriceIds(catalog, priceIds);
    }

    private static Catalog withPriceIds(Catalog catalog, Map<String, String> priceIds) {
        Catalog.Builder builder = Catalog.builder();
        for (TokenPackage offer : catalog.packages()) {
            String priceId = priceIds.get(variable(offer.id()));
            builder.add(priceId == null ? offer : offer.withPriceId(priceId));
        }
        for (SubscriptionPlan plan : catalog.plans()) {
            String priceId = priceIds.get(variable(plan.id()));
            builder.add(priceId == null ? plan : plan.withPriceId(priceId));
        }
        return builder.build();
    }

    private static Map<String, String> priceVariables(Map<String, String> environment) {
        Map<String, String> found = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !value.isBlank()) {
                found.put(name, value.strip());
            }
        });
        return found;
    }

    private static String allowed(String variable, List<String> variables) {
        return "the variable of a package or plan of the catalog; the closest is " + Closest.to(variable, variables);
    }
}
