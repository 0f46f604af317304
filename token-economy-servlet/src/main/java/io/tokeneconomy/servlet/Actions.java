package io.tokeneconomy.servlet;

import io.tokeneconomy.checkout.Confirmation.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The links on which a page ends; only to pages that are there. */
final class Actions {

    private static final Template ACTION = Template.load("action");
    private static final String MAIN = "";
    private static final String QUIET = "quiet";

    private Actions() {}

    /** {@return where to go from a purchase} */
    static Html after(View view, Status status) {
        List<Html> links = new ArrayList<>();
        if (status == Status.OPEN || status == Status.EXPIRED || status == Status.FAILED) {
            addPage(view, links, Page.BUY, MAIN, "status.packages");
        } else { // money has come, or is coming: nobody is asked to pay again
            links.add(home(view));
            addPage(view, links, Page.HISTORY, QUIET, "status.history");
        }
        return Html.join(links);
    }

    /** {@return a link to the packages} */
    static Html packages(View view) {
        return to(view, Page.BUY);
    }

    /** {@return a link to the packages or to the history} */
    static Html to(View view, Page page) {
        List<Html> links = new ArrayList<>();
        addPage(view, links, page, QUIET, page == Page.HISTORY ? "status.history" : "status.packages");
        return Html.join(links);
    }

    /** {@return a link home} */
    static Html home(View view) {
        return action(view, MAIN, view.link(view.kit.settings().home), "status.home");
    }

    /** {@return a link to where users sign in; nothing when nobody said where} */
    static Html signIn(View view) {
        String login = view.kit.loginPath();
        return login == null ? Html.NOTHING : action(view, MAIN, view.link(login), "signin");
    }

    private static void addPage(View view, List<Html> links, Page page, String kind, String key) {
        if (view.kit.paths().has(page)) {
            links.add(action(view, kind, view.link(page), key));
        }
    }

    private static Html action(View view, String kind, String href, String key) {
        return view.fill(ACTION, Map.of("kind", kind, "href", href, "text", view.text(key)));
    }
}
