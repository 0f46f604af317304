package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.attrIf;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pieces that pages are made of. */
final class Parts {

    private Parts() {}

    /** A number with its name. */
    static Html card(String name, String figure, String note) {
        return el(
                "div",
                cls("card"),
                el("dt", name),
                el("dd", el("span", cls("figure"), figure), el("span", cls("note"), note)));
    }

    static Html cards(List<Html> cards) {
        return el("dl", cls("cards"), cards);
    }

    /** A part of a page under a headline of its own. */
    static Html section(String title, Object... content) {
        return el("section", el("h2", title), all(content));
    }

    static Html text(String text) {
        return el("p", text);
    }

    /** @param kind good, bad or plain */
    static Html notice(String kind, Object... content) {
        return el("div", cls("notice " + kind), attr("role", kind.equals("bad") ? "alert" : "status"), all(content));
    }

    static Html link(String to, Object... content) {
        return el("a", attr("href", to), all(content));
    }

    /**
     * A table that scrolls sideways where it does not fit.
     *
     * @param caption its name for those who do not see it
     * @param heads names of the columns; those that begin with # are numbers
     * @param rows cells of each row
     */
    static Html table(String caption, List<String> heads, List<List<?>> rows) {
        List<Html> head = heads.stream()
                .map(name -> el("th", attr("scope", "col"), numeric(name), name.replaceFirst("^#", "")))
                .toList();
        List<Html> body = rows.stream().map(row -> el("tr", cells(heads, row))).toList();
        return el(
                "div",
                cls("scroll"),
                attr("role", "region"),
                attr("tabindex", "0"),
                attr("aria-label", caption),
                el("table", el("thead", el("tr", head)), el("tbody", body)));
    }

    private static List<Html> cells(List<String> heads, List<?> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> i == 0
                        ? el("th", attr("scope", "row"), row.get(i))
                        : el("td", numeric(heads.get(i)), row.get(i)))
                .toList();
    }

    private static Html.Attribute numeric(String head) {
        return attrIf(head.startsWith("#"), "class", "number");
    }

    /** A field with its label, a hint, and what is wrong with it. */
    static Html field(Fields fields, String name, String label, String hint, Html.Attribute... attributes) {
        return field(fields, name, label, hint, fields.value(name), attributes);
    }

    static Html field(
            Fields fields, String name, String label, String hint, String value, Html.Attribute... attributes) {
        @Nullable String problem = fields.problem(name);
        Stream<Html.Attribute> own = Stream.of(
                attr("id", name),
                attr("name", name),
                attr("value", value),
                attr("autocomplete", "off"),
                attrIf(problem != null, "aria-invalid", "true"),
                attr("aria-describedby", name + "-hint"));
        return el(
                "div",
                cls("field"),
                el("label", attr("for", name), label),
                el("input", Stream.concat(own, Stream.of(attributes)).toArray()),
                el(
                        "p",
                        attr("id", name + "-hint"),
                        cls(problem == null ? "hint" : "hint problem"),
                        problem == null ? hint : problem));
    }

    static Html button(String text, String kind) {
        return el("button", attr("type", "submit"), cls(kind), text);
    }

    /** A form that changes something. */
    static Html post(Visit visit, String to, Object... content) {
        return el("form", attr("method", "post"), attr("action", to), visit.formStart(), all(content));
    }

    /** What is wrong with a form, above it; where the keyboard begins. */
    static Html problems(Fields fields) {
        if (fields.good()) {
            return Html.NOTHING;
        }
        List<Html> items = fields.problems().entrySet().stream()
                .map(problem -> el(
                        "li", link("#" + problem.getKey(), Fields.label(problem.getKey()), ": ", problem.getValue())))
                .toList();
        return notice("bad", el("p", "Nothing was booked. Please correct:"), el("ul", items));
    }

    /** The same in a few words for each line. */
    static Html facts(List<List<?>> facts) {
        List<Html> lines = facts.stream()
                .map(fact -> el("div", el("dt", fact.get(0)), el("dd", fact.get(1))))
                .toList();
        return el("dl", cls("facts"), lines);
    }
}
