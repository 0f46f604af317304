package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which path is answered by whom. Anything else is not ours. */
final class Routes {

    private static final String API = "/api/tokens/";

    private final Map<String, Route> byPath = new HashMap<>();

    Routes(
            TokenEconomyFilterBuilder settings,
            TokenEconomy economy,
            Users users,
            CsrfProtection csrf,
            CsrfTokens tokens) {
        PageKit kit = PageKit.of(settings, economy);
        JsonBody body = new JsonBody(settings.maxJsonBytes);
        Purchases purchases =
                new Purchases(economy, body, new TopUpConsent(economy, settings.pageSettings.topUp, tokens));
        SignedInForm form = new SignedInForm(users, csrf, body);
        byPath.put(
                "/api/stripe/webhook", Route.post(new WebhookEndpoint(economy.webhooks(), settings.maxWebhookBytes)));
        byPath.put(API + "packages", Route.get(new PackagesEndpoint(kit)));
        byPath.put(API + "session", Route.get(new SessionEndpoint(users, csrf)));
        byPath.put(API + "balance", Route.get(new BalanceEndpoint(users, economy.ledger())));
        byPath.put(API + "transactions", Route.get(new TransactionsEndpoint(users, kit)));
        byPath.put(API + "transactions.csv", Route.get(new TransactionsCsvEndpoint(users, kit, settings.mostCsvRows)));
        byPath.put(
                API + "receipt",
                Route.page(new ReceiptEndpoint(users, economy.checkout()), new ProblemPage(kit, Page.HISTORY)));
        byPath.put(API + "create-checkout-session", Route.post(new SignedInPost(users, csrf, purchases::start)));
        byPath.put(API + "confirm-checkout", Route.post(new SignedInPost(users, csrf, purchases::confirm)));
        byPath.putAll(new PageRoutes(kit, users, csrf, form, purchases).byPath());
    }

    @Nullable
    Route find(String path) {
        return byPath.get(path);
    }
}
