package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of a filter have in common.
 *
 * @param economy whose pages
 * @param settings the host's wishes
 * @param paths where they are
 * @param languages which languages they speak
 * @param assets their scripts and styles
 * @param loginPath where to sign in; null when nobody said
 */
record PageKit(
        TokenEconomy economy,
        PageSettings settings,
        PagePaths paths,
        Languages languages,
        Assets assets,
        @Nullable String loginPath) {

    static PageKit of(TokenEconomyFilterBuilder filter, TokenEconomy economy) {
        PageSettings settings = filter.pageSettings;
        PagePaths paths = new PagePaths(
                settings.base,
                economy.settings().successPath(),
                economy.settings().cancelPath(),
                filter.pages ? settings.shown : Set.of());
        Languages languages = new Languages(settings.texts, settings.language);
        Assets assets = new Assets(languages, paths.apiFromAssets());
        return new PageKit(economy, settings, paths, languages, assets, filter.loginPath);
    }

    /** {@return what packages are called in the request's language} */
    PackageNames names(HttpServletRequest request) {
        return new PackageNames(economy.catalog(), languages, languages.of(request));
    }

    /** {@return the page for a request} */
    View view(HttpServletRequest request, Optional<AccountId> user) {
        return new View(this, request, languages.of(request), user);
    }
}
