package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.Catalog;

/**
 * What packages are called in a language.
 *
 * @param catalog what is on sale
 * @param languages translates
 * @param language the language
 */
record PackageNames(Catalog catalog, Languages languages, Messages language) {

    /** {@return the package's name, or its id when it is not on sale any more} */
    String of(String packageId) {
        return catalog.find(packageId)
                .map(offer -> languages.packageName(language, offer))
                .orElse(packageId);
    }
}
