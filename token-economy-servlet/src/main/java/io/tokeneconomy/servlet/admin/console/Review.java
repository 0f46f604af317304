package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import java.util.List;

/** The page between a form and what it does: says what will happen, and asks whether it shall. */
final class Review {

    private Review() {}

    /**
     * @param to where the form is posted to, again with the word that it is confirmed
     * @param title what will happen
     * @param facts it in detail, pairs of name and value
     * @param yes what the button says
     * @param back where it is called off
     * @param kept names of the fields that are posted again
     */
    static Answer page(
            Visit visit, String to, String title, List<List<?>> facts, String yes, String back, List<String> kept) {
        List<Html> fields =
                kept.stream().map(name -> Visit.hidden(name, visit.value(name))).toList();
        return new Answer.Page(
                title,
                all(
                        Parts.facts(facts),
                        el("p", cls("note"), "It will be recorded as done by " + visit.operator() + "."),
                        Parts.post(
                                visit,
                                to,
                                fields,
                                Visit.hidden(Visit.CONFIRMED, "yes"),
                                el(
                                        "div",
                                        cls("actions"),
                                        Parts.button(yes, "primary"),
                                        el("a", cls("button"), attr("href", back), "Cancel")))));
    }
}
