package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.attrIf;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import java.util.List;
import java.util.Map;

/** What all pages of the console have around them. Links are relative: they hold behind any prefix. */
final class Frame {

    private static final List<Map.Entry<String, String>> PLACES = List.of(
            Map.entry("./", "Overview"),
            Map.entry("customers", "Customers"),
            Map.entry("parked", "Parked payments"),
            Map.entry("reconciliation", "Reconciliation"),
            Map.entry("books", "Books"),
            Map.entry("projection", "Projection"),
            Map.entry("log", "Operators’ log"));

    private Frame() {}

    /**
     * A whole page.
     *
     * @param place the entry of the navigation that it belongs to
     * @param operator who looks at it
     */
    static String html(Answer.Page page, String place, String operator) {
        Html html = el(
                "html",
                attr("lang", "en"),
                head(page.title()),
                el(
                        "body",
                        el("a", cls("skip"), attr("href", "#main"), "Skip to content"),
                        header(place, operator),
                        el(
                                "main",
                                attr("id", "main"),
                                attr("tabindex", "-1"),
                                el("h1", page.title()),
                                page.content())));
        return "<!doctype html>" + html.markup();
    }

    private static Html head(String title) {
        return el(
                "head",
                el("meta", attr("charset", "utf-8")),
                el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
                el("meta", attr("name", "robots"), attr("content", "noindex")),
                el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
                el("title", title + " · Token Economy"),
                el("link", attr("rel", "icon"), attr("href", "data:,")),
                el(
                        "link",
                        attr("rel", "stylesheet"),
                        attr("href", Asset.STYLE.path()),
                        attr("integrity", Asset.STYLE.integrity())),
                el(
                        "script",
                        attr("type", "module"),
                        attr("src", Asset.SCRIPT.path()),
                        attr("integrity", Asset.SCRIPT.integrity())));
    }

    private static Html header(String place, String operator) {
        List<Html> links = PLACES.stream()
                .map(entry -> el(
                        "li",
                        el(
                                "a",
                                attr("href", entry.getKey()),
                                attrIf(entry.getKey().equals(place), "aria-current", "page"),
                                entry.getValue())))
                .toList();
        return el(
                "header",
                el("p", cls("brand"), "Token Economy"),
                el("nav", attr("aria-label", "Console"), el("ul", links)),
                el("p", cls("operator"), all(el("span", "Signed in as"), " ", el("strong", operator))));
    }
}
