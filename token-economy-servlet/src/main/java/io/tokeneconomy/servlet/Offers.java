package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.TokenPackage;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code <token-packages>} as its script would draw it, each package with a form that works without script. */
final class Offers {

    private static final Template PACKAGES = Template.load("packages");
    private static final Template EMBEDDED = Template.load("embedded");
    private static final Template LIST = Template.load("offers");
    private static final Template OFFER = Template.load("offer");
    private static final Template BADGE = Template.load("badge");
    private static final Template BONUS = Template.load("bonus");
    private static final Template TOP_UP = Template.load("topup-box");
    private static final Template TERMS = Template.load("topup-terms");
    private static final Template NOTHING = Template.load("nothing");

    private Offers() {}

    /** @param csrf the token for the forms */
    static Html of(View view, List<TokenPackage> packages, HostCsrf.Token csrf) {
        Html offers = packages.isEmpty()
                ? view.fill(NOTHING, Map.of())
                : view.fill(
                        LIST,
                        Map.of(
                                "offers",
                                Html.join(packages.stream()
                                        .map(offer -> offer(view, offer, packages, csrf))
                                        .toList()),
                                "terms",
                                terms(view)));
        return view.fill(
                PACKAGES,
                Map.of(
                        "embedded",
                        embedded(view),
                        "style",
                        view.style(),
                        "dir",
                        view.language.direction(),
                        "offers",
                        offers));
    }

    private static Html embedded(View view) {
        EmbeddedPayment payment = view.kit.settings().embedded;
        return payment == null
                ? Html.NOTHING
                : view.fill(EMBEDDED, Map.of("key", payment.key(), "script", payment.script()));
    }

    private static Html offer(View view, TokenPackage offer, List<TokenPackage> shown, HostCsrf.Token csrf) {
        Messages language = view.language;
        String name = view.kit.languages().packageName(language, offer);
        Map<String, String> words = Map.of("price", language.money(offer.price()), "name", name);
        boolean popular = offer.id().equals(view.kit.settings().highlighted);
        return view.fill(
                OFFER,
                Map.ofEntries(
                        Map.entry("id", offer.id()),
                        Map.entry("kind", popular ? "package popular" : "package"),
                        Map.entry("badge", popular ? view.fill(BADGE, Map.of()) : Html.NOTHING),
                        Map.entry("name", name),
                        Map.entry("tokens", language.tokens(offer.tokens())),
                        Map.entry("bonus", bonus(view, offer)),
                        Map.entry("description", view.kit.languages().packageDescription(language, offer)),
                        Map.entry("price", language.money(offer.price())),
                        Map.entry(
                                "each",
                                language.text("packages.each", Map.of("price", language.perToken(offer, shown)))),
                        Map.entry("action", view.link(Page.BUY)),
                        Map.entry("field", Objects.requireNonNull(csrf.parameter(), "a form's token has a field")),
                        Map.entry("csrf", csrf.value()),
                        Map.entry("topup", topUp(view, offer)),
                        Map.entry("label", language.text("packages.label", words)),
                        Map.entry("buy", language.text("packages.buy", words))));
    }

    private static Html topUp(View view, TokenPackage offer) {
        TopUpOffer topUp = view.kit.settings().topUp;
        return topUp == null
                ? Html.NOTHING
                : view.fill(TOP_UP, Map.of("id", offer.id(), "terms", topUp.id(), "wish", topUp.wish(view.language)));
    }

    private static Html terms(View view) {
        TopUpOffer topUp = view.kit.settings().topUp;
        return topUp == null ? Html.NOTHING : view.fill(TERMS, Map.of("terms", topUp.terms(view.language)));
    }

    private static Html bonus(View view, TokenPackage offer) {
        return offer.bonus() == 0
                ? Html.NOTHING
                : view.fill(BONUS, Map.of("bonus", view.language.counted("packages.bonus", offer.bonus())));
    }
}
