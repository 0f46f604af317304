package io.tokeneconomy.spring.properties;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is on sale; not looked at when there is a {@code Catalog} bean. With neither a file nor packages the standard
 * catalog is.
 *
 * @param file Path of a catalog's properties file on disk (not on the class path), instead of packages.
 * @param packages Packages on sale, in the order a buyer sees them.
 * @param plans Subscription plans, in the order a buyer sees them; beside the packages.
 * @param priceIds Ids of Stripe prices to check out with, price_…, by the id of the package or plan.
 * @param checkPrices Whether the start asks Stripe for each price that packages and plans name, and ends when one is
 *     unknown, archived or charges something else. That Stripe cannot be reached is only logged.
 */
public record CatalogSettings(
        @Nullable String file,
        @DefaultValue List<PackageSettings> packages,
        @DefaultValue List<PlanSettings> plans,
        @DefaultValue Map<String, String> priceIds,
        @DefaultValue("false") boolean checkPrices) {

    /** Copies lists and map. */
    public CatalogSettings {
        packages = List.copyOf(packages);
        plans = List.copyOf(plans);
        priceIds = Map.copyOf(priceIds);
    }
}
