package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;
import io.tokeneconomy.reconcile.ParkedResult.Reason;

/** The forms in which an operator decides about one parked payment. */
final class DecisionForms {

    static final String SESSION = "session";
    static final String ACCOUNT = "account";
    static final String TOKENS = "tokens";
    static final String REASON = "reason";

    private final ParkedPayments parked;

    DecisionForms(ParkedPayments parked) {
        this.parked = parked;
    }

    Answer releaseForm(Visit visit) {
        return releasePage(visit, 200, Fields.empty());
    }

    Answer settlementForm(Settlement settlement, Visit visit) {
        return settlementPage(settlement, visit, 200, Fields.empty());
    }

    Answer releasePage(Visit visit, int status, Fields fields) {
        ParkedPayment payment = waiting(visit);
        return page(
                visit,
                status,
                "Release " + ParkedScreen.amount(payment),
                payment,
                fields,
                "release",
                all(
                        Parts.field(
                                fields,
                                ACCOUNT,
                                "Customer id",
                                "Who receives the tokens.",
                                proposed(fields, ACCOUNT, payment, "user_id"),
                                attr("maxlength", 200),
                                attr("required", "")),
                        Parts.field(
                                fields,
                                TOKENS,
                                "Tokens",
                                "They count as bought with this payment: a refund of it takes them back.",
                                proposed(fields, TOKENS, payment, "tokens"),
                                attr("inputmode", "numeric"),
                                attr("required", "")),
                        reason(fields),
                        Parts.button("Review the release", "primary")));
    }

    Answer settlementPage(Settlement settlement, Visit visit, int status, Fields fields) {
        ParkedPayment payment = waiting(visit);
        Html rest = all(reason(fields), Parts.button("Review the " + settlement.noun(), "primary"));
        String title = settlement.title() + " " + ParkedScreen.amount(payment);
        return page(visit, status, title, payment, fields, settlement.place(), rest);
    }

    private static Answer page(
            Visit visit, int status, String title, ParkedPayment payment, Fields fields, String to, Html inputs) {
        return new Answer.Page(
                status,
                title,
                all(
                        Parts.problems(fields),
                        el("p", payment.reason()),
                        Parts.facts(ParkedScreen.facts(payment)),
                        el(
                                "div",
                                cls("panel"),
                                Parts.post(visit, to, Visit.hidden(SESSION, payment.sessionId()), inputs))));
    }

    private static Html reason(Fields fields) {
        return Parts.field(
                fields,
                REASON,
                "Reason",
                "Stays in the ledger for ever. No personal data.",
                attr("maxlength", Reading.MAX_REASON),
                attr("required", ""));
    }

    /** What was typed, or else what the payment says of itself. */
    private static String proposed(Fields fields, String name, ParkedPayment payment, String metadata) {
        String typed = fields.value(name);
        return typed.isEmpty() && fields.good() ? payment.metadata().getOrDefault(metadata, "") : typed;
    }

    /** The payment that the request is about, as long as it waits. */
    private ParkedPayment waiting(Visit visit) {
        return parked.find(visit.value(SESSION))
                .filter(payment -> payment.resolvedAt() == null)
                .orElseThrow(() -> new WrongRequestException(404, "This payment waits for nobody, or is unknown."));
    }

    /** {@return why nothing was done, for an operator} */
    static String refusal(ParkedResult result) {
        return result instanceof ParkedResult.Refused refused
                ? words(refused.reason())
                : "Something else was decided about this payment.";
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case NOT_PARKED -> "This payment was never parked.";
            case CREDITED -> "This payment was credited already.";
            case REFUNDED -> "All of this payment went back already.";
            case NOTHING_PAID -> "There is no money in this payment, or the payment provider does not know it.";
            case OVER_LIMIT -> "The customer cannot hold so many tokens.";
        };
    }
}
