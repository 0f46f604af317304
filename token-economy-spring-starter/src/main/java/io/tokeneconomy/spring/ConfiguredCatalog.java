package io.tokeneconomy.spring;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.spring.properties.CatalogSettings;
import io.tokeneconomy.spring.properties.PackageSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        if (!StringUtils.hasText(file)) {
            return listed ? Setting.CATALOG_PACKAGES.checked(() -> listed(settings)) : Catalog.standard();
        }
        if (listed) {
            throw new InvalidPropertyException(Setting.CATALOG_FILE, "is set beside catalog.packages", null);
        }
        return Setting.CATALOG_FILE.checked(() -> Catalog.fromProperties(Path.of(file)));
    }

    private static Catalog listed(CatalogSettings settings) {
        return Catalog.of(settings.packages().stream()
                .map(ConfiguredCatalog::tokenPackage)
                .toList());
    }

    /** A price for a package that is not there is more likely a wrong name than a price to spare. */
    private static Catalog priced(Catalog catalog, Map<String, String> priceIds) {
        List<String> ids = catalog.packages().stream().map(TokenPackage::id).toList();
        priceIds.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(unknown -> {
            throw new InvalidPropertyException(
                    Setting.PRICE_IDS, "names the package " + unknown + ", which is none of " + ids, null);
        });
        return Catalog.of(catalog.packages().stream()
                .map(one -> priced(one, priceIds.get(one.id())))
                .toList());
    }

    private static TokenPackage priced(TokenPackage one, @Nullable String priceId) {
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
}
