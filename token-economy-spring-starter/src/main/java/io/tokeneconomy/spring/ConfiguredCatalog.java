package io.tokeneconomy.spring;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.spring.TokenEconomyProperties.CatalogSettings;
import io.tokeneconomy.spring.TokenEconomyProperties.PackageSettings;
import java.nio.file.Path;
import org.springframework.util.StringUtils;

/** The catalog that the properties ask for. */
final class ConfiguredCatalog {

    private ConfiguredCatalog() {}

    static Catalog of(CatalogSettings settings) {
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

    private static TokenPackage tokenPackage(PackageSettings from) {
        TokenPackage priced = TokenPackage.builder(from.id())
                .name(from.name())
                .description(from.description())
                .tokens(from.tokens())
                .bonus(from.bonus())
                .price(Money.of(from.price(), from.currency()))
                .build();
        String priceId = from.priceId();
        return StringUtils.hasText(priceId) ? priced.withPriceId(priceId) : priced;
    }
}
