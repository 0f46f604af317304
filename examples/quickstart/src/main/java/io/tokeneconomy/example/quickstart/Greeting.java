package io.tokeneconomy.example.quickstart;

import java.net.URI;

/** What the console says once the shop is open. */
final class Greeting {

    private static final String TEXT = """

            🪙 Token Economy quickstart

               Shop      %s
               Payments  %s
               Data      %s

               1. Open the shop and sign in with any name.
               2. Buy a package%s.
               3. Spend 5 tokens, and look at the history.

               Ctrl-C ends it. Tokens and purchases stay.
            """;

    private Greeting() {}

    static String of(Shop shop) {
        URI api = shop.stripe().apiBase();
        String payments = api == null ? "Stripe" : api + " (sandbox: no real money)";
        String card = api == null ? "" : "; the card that pays is 4242 4242 4242 4242";
        return TEXT.formatted(shop.baseUrl(), payments, shop.data(), card);
    }
}
