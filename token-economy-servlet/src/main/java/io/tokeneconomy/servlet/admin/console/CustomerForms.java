package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.attrIf;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.ledger.AccountId;

/** Giving tokens to a customer, and correcting a balance. */
final class CustomerForms {

    static final String GRANTED = "granted";
    static final String EXPIRES = "expires";
    static final String GRANT_REASON = "grant-reason";
    static final String CHANGE = "change";
    static final String ADJUST_REASON = "adjust-reason";

    private CustomerForms() {}

    static Html of(Visit visit, AccountId account, Fields grant, Fields adjust) {
        return el(
                "div",
                cls("forms"),
                part("Give tokens", grant, grantForm(visit, account, grant)),
                part("Correct the balance", adjust, adjustForm(visit, account, adjust)));
    }

    private static Html part(String title, Fields fields, Html form) {
        return el("details", cls("panel"), attrIf(!fields.good(), "open", ""), el("summary", title), form);
    }

    private static Html grantForm(Visit visit, AccountId account, Fields fields) {
        return Parts.post(
                visit,
                "grant",
                Visit.hidden("account", account.value()),
                Parts.field(
                        fields,
                        GRANTED,
                        "Tokens",
                        "A gift: free tokens, a lot of their own.",
                        attr("inputmode", "numeric"),
                        attr("required", "")),
                Parts.field(
                        fields,
                        EXPIRES,
                        "Last day (optional)",
                        "They expire when this day ends, in UTC. Empty: never.",
                        attr("type", "date")),
                reason(fields, GRANT_REASON),
                Parts.button("Review the gift", "primary"));
    }

    private static Html adjustForm(Visit visit, AccountId account, Fields fields) {
        return Parts.post(
                visit,
                "adjust",
                Visit.hidden("account", account.value()),
                Parts.field(
                        fields,
                        CHANGE,
                        "Change",
                        "More tokens, as in 50, or fewer, as in −50: only available ones can be taken.",
                        attr("inputmode", "text"),
                        attr("required", "")),
                reason(fields, ADJUST_REASON),
                Parts.button("Review the correction", "primary"));
    }

    private static Html reason(Fields fields, String name) {
        return all(Parts.field(
                fields,
                name,
                "Reason",
                "Stays in the ledger for ever, and customers may see it. No personal data.",
                attr("maxlength", Reading.MAX_REASON),
                attr("required", "")));
    }
}
