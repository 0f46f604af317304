package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.count;
import static io.tokeneconomy.servlet.admin.console.Figures.number;
import static io.tokeneconomy.servlet.admin.console.Figures.query;
import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.reconcile.Difference;
import io.tokeneconomy.reconcile.Difference.State;
import io.tokeneconomy.reconcile.Report;
import java.util.List;
import java.util.Objects;

/** What a reconciliation found. */
final class ReportPart {

    private static final int SHOWN = 200;

    private ReportPart() {}

    static Html of(Report report) {
        return Parts.section(
                report.repairing() ? "Repaired" : "Found",
                verdict(report),
                counts(report),
                differences(report),
                el(
                        "p",
                        cls("actions"),
                        Parts.link("reconciliation.csv", "Download as CSV"),
                        Parts.link("reconciliation.json", "Download as JSON")));
    }

    private static Html verdict(Report report) {
        if (report.trouble() != null) {
            return Parts.notice("bad", Parts.text("The run did not come to its end: " + report.trouble()));
        }
        if (report.clean()) {
            return Parts.notice("good", Parts.text("Ledger and payment provider agree."));
        }
        boolean left = report.differences().stream().anyMatch(found -> found.state() == State.FOR_A_PERSON);
        boolean done = report.repairing() && !left && report.resumeAfter() == null;
        String found = count(report.found(), "difference", "differences");
        return Parts.notice(
                done ? "good" : "warn",
                Parts.text(found
                        + (left ? ", some of them for a person to look at" : "")
                        + (report.resumeAfter() == null
                                ? "."
                                : ". The run ended before its window did; run it again with fewer days.")));
    }

    private static Html counts(Report report) {
        return Parts.facts(List.of(
                List.of(
                        "Window",
                        Figures.time(report.window().from()) + " to "
                                + Figures.time(report.window().to()) + " UTC"),
                List.of(
                        "Looked at",
                        count(report.counts().sessions(), "checkout", "checkouts") + " ("
                                + number(report.counts().others()) + " of others), "
                                + count(report.counts().orders(), "paid order", "paid orders") + ", "
                                + count(report.counts().requests(), "request", "requests"))));
    }

    private static Html differences(Report report) {
        if (report.differences().isEmpty()) {
            return Html.NOTHING;
        }
        Html table = Parts.table(
                "Differences",
                List.of("What", "State", "#Tokens", "Customer", "Checkout", "In words"),
                report.differences().stream()
                        .limit(SHOWN)
                        .<List<?>>map(ReportPart::row)
                        .toList());
        return report.differences().size() <= SHOWN
                ? table
                : all(table, el("p", cls("note"), "The first " + SHOWN + "; the files have all that are kept."));
    }

    private static List<?> row(Difference difference) {
        return List.of(
                StatementTable.words(difference.kind()),
                StatementTable.words(difference.state()),
                Figures.change(difference.tokens()),
                difference.account() == null
                        ? ""
                        : Parts.link(
                                "customer?account=" + query(difference.account().value()), difference.account()),
                el("code", cls("key"), Objects.requireNonNullElse(difference.sessionId(), "")),
                difference.text());
    }
}
