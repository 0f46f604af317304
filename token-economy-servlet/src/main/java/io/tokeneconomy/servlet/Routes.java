package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which path is answered by whom. Anything else is not ours. */
final class Routes {

    private static final String API = "/api/tokens/";
    private static final String PAGES = "/tokens/";

    private final Map<String, Route> byPath = new HashMap<>();

    Routes(TokenEconomyFilterBuilder settings, TokenEconomy economy, Users users, CsrfProtection csrf) {
        Purchases purchases = new Purchases(economy, new JsonBody(settings.maxJsonBytes));
        byPath.put(
                "/api/stripe/webhook", Route.post(new WebhookEndpoint(economy.webhooks(), settings.maxWebhookBytes)));
        byPath.put(API + "packages", Route.get(new PackagesEndpoint(economy.catalog())));
        byPath.put(API + "session", Route.get(new SessionEndpoint(users, csrf)));
        byPath.put(API + "balance", Route.get(new BalanceEndpoint(users, economy.ledger())));
        byPath.put(API + "transactions", Route.get(new TransactionsEndpoint(users, economy.ledger())));
        byPath.put(API + "create-checkout-session", Route.post(new SignedInPost(users, csrf, purchases::start)));
        byPath.put(API + "confirm-checkout", Route.post(new SignedInPost(users, csrf, purchases::confirm)));
        for (String name : List.of("api.js", "token-balance.js")) {
            byPath.put(PAGES + "assets/" + name, Route.get(new Asset(name)));
        }
        if (settings.pages) {
            addPages(economy, users, purchases, new ProblemPage(settings.loginPath));
        }
    }

    private void addPages(TokenEconomy economy, Users users, Purchases purchases, ProblemPage problems) {
        byPath.put(PAGES + "buy", Route.page(new BuyPage(users, economy.catalog()), problems));
        byPath.put(PAGES + "success", Route.page(new SuccessPage(users, purchases), new PurchaseProblemPage(problems)));
        byPath.put(PAGES + "cancel", Route.page(new CancelPage(economy.catalog()), problems));
        for (String name : List.of("pages.js", "pages.css")) {
            byPath.put(PAGES + "assets/" + name, Route.get(new Asset(name)));
        }
    }

    @Nullable
    Route find(String path) {
        return byPath.get(path);
    }
}
