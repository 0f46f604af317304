package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of a catalog. */
final class CatalogEnvironment {

    private static final String CATALOG_FILE = "TOKEN_ECONOMY_CATALOG";
    private static final String PREFIX = "STRIPE_TOKEN_";
    private static final String SUFFIX = "_PRICE_ID";

    private CatalogEnvironment() {}

    /** The variable that gives a package its Stripe price. */
    static String variable(String packageId) {
        return PREFIX + packageId.replace('-', '_').toUpperCase(Locale.ROOT) + SUFFIX;
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
        Map<String, TokenPackage> byVariable = new LinkedHashMap<>();
        catalog.packages().forEach(offer -> byVariable.put(variable(offer.id()), offer));
        // sorted, so that of several mistakes the same one is reported every time
        priceVariables(environment).forEach((variable, value) -> {
            if (!byVariable.containsKey(variable)) {
                throw new InvalidValueException("environment variable", variable, allowed(variable, byVariable));
            }
            String priceId = PriceId.checked(variable, value);
            byVariable.computeIfPresent(variable, (name, offer) -> offer.withPriceId(priceId));
        });
        return Catalog.of(byVariable.values());
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

    private static String allowed(String variable, Map<String, TokenPackage> byVariable) {
        return "the variable of a package of the catalog; the closest is " + Closest.to(variable, byVariable.keySet());
    }
}
