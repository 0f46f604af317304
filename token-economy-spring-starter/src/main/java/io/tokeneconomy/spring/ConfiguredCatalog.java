package io.tokeneconomy.spring;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.spring.properties.CatalogSettings;
import io.tokeneconomy.spring.properties.PackageSettings;
import io.tokeneconomy.spring.properties.PlanSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The catalog that the properties ask for. */
final class ConfiguredCatalog {

    private ConfiguredCatalog() {}

    static Catalog of(CatalogSettings settings) {
        Catalog catalog = chosen(settings);
        Map<String, String> priceIds = settings.priceIds();
        return priceIds.isEmpty() ? catalog : Setting.PRICE_IDS.checked(() -> priced(catalog, priceIds));
    }

    private static Catalog chosen(CatalogSettings settings) {
        String file = settings.file();
        boolean listed = !settings.packages().isEmpty();
        if (listed && StringUtils.hasText(file)) {
            throw new InvalidPropertyException(Setting.CATALOG_FILE, "is set beside catalog.packages", null);
        }
        Catalog packages = listed
                ? Setting.CATALOG_PACKAGES.checked(() -> listed(settings))
                : StringUtils.hasText(file)
                        ? Setting.CATALOG_FILE.checked(() -> Catalog.fromProperties(Path.of(file)))
                        : Catalog.standard();
        return settings.plans().isEmpty()
                ? packages
                : Setting.CATALOG_PLANS.checked(() -> withPlans(packages, settings.plans()));
    }

    private static Catalog listed(CatalogSettings settings) {
        return Catalog.of(settings.packages().stream()
                .map(ConfiguredCatalog::tokenPackage)
                .toList());
    }

    private static Catalog withPlans(Catalog catalog, List<PlanSettings> plans) {
        Catalog.Builder all = Catalog.builder();
        catalog.packages().forEach(all::add);
        catalog.plans().forEach(all::add);
        plans.forEach(from -> all.add(plan(from)));
        return all.build();
    }

    /** A price for something that is not on sale is more likely a wrong name than a price to spare. */
    private static Catalog priced(Catalog catalog, Map<String, String> priceIds) {
        List<String> ids = Stream.concat(
                        catalog.packages().stream().map(TokenPackage::id),
                        catalog.plans().stream().map(SubscriptionPlan::id))
                .toList();
        priceIds.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(unknown -> {
            throw new InvalidPropertyException(
                    Setting.PRICE_IDS, "names " + unknown + ", which is none of " + ids, null);
        });
        Catalog.Builder all = Catalog.builder();
        catalog.packages().forEach(one -> all.add(priced(one, priceIds.get(one.id()))));
        catalog.plans().forEach(one -> all.add(priced(one, priceIds.get(one.id()))));
        return all.build();
    }

    private static TokenPackage priced(TokenPackage one, @Nullable String priceId) {
        return StringUtils.hasText(priceId) ? one.withPriceId(priceId) : one;
    }

    private static SubscriptionPlan priced(SubscriptionPlan one, @Nullable String priceId) {
        return StringUtils.hasText(priceId) ? one.withPriceId(priceId) : one;
    }

    private static TokenPackage tokenPackage(PackageSettings from) {
        TokenPackage one = TokenPackage.builder(from.id())
                .name(from.name())
                .description(from.description())
                .tokens(from.tokens())
                .bonus(from.bonus())
                .price(Money.of(from.price(), from.currency()))
                .build();
        return priced(one, from.priceId());
    }

    private static SubscriptionPlan plan(PlanSettings from) {
        Long rollover = from.rollover();
        SubscriptionPlan one = new SubscriptionPlan(
                from.id(),
                from.name(),
                from.tokens(),
                Money.of(from.price(), from.currency()),
                from.interval(),
                rollover == null ? Leftover.expires() : Leftover.rollsOver(rollover),
                null);
        return priced(one, from.priceId());
    }
}
