package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.query;
import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.reconcile.ParkedPayments;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Payments that wait for a person. */
final class ParkedScreen implements Screen {

    private static final int LIMIT = 25;

    private final ParkedPayments parked;

    ParkedScreen(ParkedPayments parked) {
        this.parked = parked;
    }

    @Override
    public Answer show(Visit visit) {
        Page<ParkedPayment> page = parked.list(new ParkedQuery(visit.value("after"), LIMIT));
        Html list = page.items().isEmpty()
                ? Parts.text("No payment waits for anybody.")
                : el(
                        "ul",
                        cls("parked"),
                        page.items().stream().map(ParkedScreen::item).toList());
        return new Answer.Page("Parked payments", all(done(visit), lead(), list, more(page)));
    }

    private static Html done(Visit visit) {
        if (visit.has("dismissed")) {
            return Parts.notice(
                    "good",
                    Parts.text("Dismissed: " + visit.value("dismissed") + ". Neither tokens nor money were moved."));
        }
        return visit.has("refunded")
                ? Parts.notice(
                        "good",
                        Parts.text("The refund of " + visit.value("refunded")
                                + " is asked for. Banks take some days; the payment provider’s dashboard shows it."))
                : Html.NOTHING;
    }

    private static Html lead() {
        return el(
                "p",
                cls("lead"),
                "Money that was taken but does not fit its order. Nothing is credited until somebody decides.");
    }

    private static Html more(Page<ParkedPayment> page) {
        return page.hasMore()
                ? el(
                        "p",
                        Parts.link(
                                "parked?after="
                                        + query(page.items().get(LIMIT - 1).sessionId()),
                                "More payments"))
                : Html.NOTHING;
    }

    private static Html item(ParkedPayment payment) {
        String at = "?" + DecisionForms.SESSION + "=" + query(payment.sessionId());
        return el(
                "li",
                el("h2", amount(payment)),
                el("p", payment.reason()),
                Parts.facts(facts(payment)),
                el(
                        "p",
                        cls("actions"),
                        Parts.link("release" + at, "Release", hiddenWords(payment)),
                        Parts.link("refund" + at, "Refund", hiddenWords(payment)),
                        Parts.link("dismiss" + at, "Dismiss", hiddenWords(payment))));
    }

    /** Tells apart, for those who hear only links, which payment one is about. */
    private static Html hiddenWords(ParkedPayment payment) {
        return el("span", cls("unseen"), " " + amount(payment) + ", " + payment.sessionId());
    }

    static String amount(ParkedPayment payment) {
        String sum = Money.formatSum(payment.amountMinor(), payment.currency());
        return payment.mode() == PaymentMode.TEST ? sum + " (test mode)" : sum;
    }

    static List<List<?>> facts(ParkedPayment payment) {
        Map<String, String> sorted = new TreeMap<>(payment.metadata());
        String metadata = sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
        return List.of(
                List.of("Since", Figures.time(payment.parkedAt()) + " UTC"),
                List.of("Checkout", el("code", cls("key"), payment.sessionId())),
                List.of("Order", el("code", cls("key"), payment.orderId() == null ? "none" : payment.orderId())),
                List.of("Metadata", metadata.isEmpty() ? "none" : metadata));
    }
}
