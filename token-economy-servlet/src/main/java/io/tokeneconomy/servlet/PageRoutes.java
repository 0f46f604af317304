package io.tokeneconomy.servlet;

import java.util.HashMap;
import java.util.Map;

/** The pages that are there, and what they load. */
final class PageRoutes {

    private final PageKit kit;
    private final Map<String, Route> byPath = new HashMap<>();

    PageRoutes(PageKit kit, Users users, CsrfProtection csrf, SignedInForm form, Purchases purchases) {
        this.kit = kit;
        ProblemPage problems = new ProblemPage(kit);
        TopUpPanel topUp = new TopUpPanel(csrf);
        Endpoint buy = new BuyPage(kit, users, csrf, topUp);
        add(Page.BUY, Route.pageWithForm(buy, new BuyForm(kit, form, purchases), problems));
        add(Page.SUCCESS, Route.page(new SuccessPage(kit, users, purchases), new PurchaseProblemPage(kit)));
        add(Page.CANCEL, Route.page(new CancelPage(kit, users, csrf), problems));
        add(Page.HISTORY, Route.page(new HistoryPage(kit, users, topUp), problems));
        if (kit.settings().topUp != null) {
            byPath.put(kit.paths().topUp(), Route.form(new TopUpForm(kit, form), problems));
        }
        kit.assets().endpoints().forEach((name, asset) -> byPath.put(kit.paths().assets() + name, Route.get(asset)));
    }

    private void add(Page page, Route route) {
        if (kit.paths().has(page)) {
            byPath.put(kit.paths().of(page), route);
        }
    }

    Map<String, Route> byPath() {
        return byPath;
    }
}
