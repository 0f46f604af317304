package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Balance;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The header around every page: the host's own, or ours with its name and links. */
final class Shell {

    private static final Template HEADER = Template.load("header");
    private static final Template LINK = Template.load("link");
    private static final Template LOGO = Template.load("logo");
    private static final Template COIN = Template.load("coin");
    private static final Template WHO = Template.load("who");
    private static final Template BALANCE = Template.load("balance");
    private static final Template HELD = Template.load("held");

    private Shell() {}

    static Html header(View view, HttpServletRequest request) {
        PageSettings settings = view.kit.settings();
        Function<HttpServletRequest, String> own = settings.header;
        if (own != null) {
            return new Html(own.apply(request));
        }
        return view.fill(
                HEADER,
                Map.of(
                        "home", view.link(settings.home),
                        "logo", logo(view),
                        "brand", settings.brand,
                        "links", links(view),
                        "who", who(view)));
    }

    private static Html logo(View view) {
        String logo = view.kit.settings().logo;
        return logo == null ? view.fill(COIN, Map.of()) : view.fill(LOGO, Map.of("src", view.link(logo)));
    }

    private static Html links(View view) {
        List<Html> links = new ArrayList<>();
        for (Page page : List.of(Page.BUY, Page.HISTORY)) {
            if (view.kit.paths().has(page)) {
                String key = page == Page.BUY ? "nav.buy" : "nav.history";
                links.add(link(view, view.link(page), view.text(key), view.isAt(page)));
            }
        }
        view.kit.settings().links.forEach(more -> links.add(link(view, view.link(more.href()), more.text(), false)));
        return Html.join(links);
    }

    private static Html link(View view, String href, String text, boolean current) {
        Html mark = current ? new Html(" aria-current=\"page\"") : Html.NOTHING;
        return view.fill(LINK, Map.of("href", href, "text", text, "current", mark));
    }

    private static Html who(View view) {
        return view.user
                .map(AccountId::value)
                .map(name -> view.fill(
                        WHO,
                        Map.of(
                                "user",
                                name,
                                "widget",
                                view.balance().map(b -> widget(view, b)).orElse(Html.NOTHING))))
                .orElse(Html.NOTHING);
    }

    /** The widget, as its script would draw it, so that nothing moves when the script comes. */
    private static Html widget(View view, Balance balance) {
        Page target = view.kit.paths().has(Page.HISTORY) ? Page.HISTORY : Page.BUY;
        Html held = balance.held() == 0
                ? Html.NOTHING
                : view.fill(HELD, Map.of("held", view.language.counted("balance.held", balance.held())));
        return view.fill(
                BALANCE,
                Map.of(
                        "href", view.link(target),
                        "available", balance.available(),
                        "held", balance.held(),
                        "tokens", view.language.tokens(balance.available()),
                        "onhold", held,
                        "style", view.style(),
                        "dir", view.language.direction()));
    }
}
