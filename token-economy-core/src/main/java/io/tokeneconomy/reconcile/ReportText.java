package io.tokeneconomy.reconcile;

import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as a table. */
final class ReportText {

    private ReportText() {}

    static String of(Report report, int rows) {
        StringBuilder text = new StringBuilder(head(report));
        text.append(report.found()).append(" differences");
        int shown = Math.min(report.differences().size(), rows);
        if (report.found() > shown) {
            text.append(", the first ").append(shown).append(" of them");
        }
        text.append('\n');
        table(
                text,
                report.differences().stream().limit(rows).map(ReportText::cells).toList());
        text.append(report.parked().size())
                .append(report.moreParked() ? " and more" : "")
                .append(" parked payments")
                .append(report.parked().size() > rows ? ", the first " + rows + " of them" : "")
                .append('\n');
        table(text, report.parked().stream().limit(rows).map(ReportText::cells).toList());
        return text.append(end(report)).append('\n').toString();
    }

    private static String head(Report report) {
        Counts counts = report.counts();
        return "Reconciliation of " + report.window().from() + " to "
                + report.window().to() + (report.repairing() ? ", repairing" : ", looking only") + "\n"
                + counts.sessions() + " checkouts (" + counts.others() + " of others), " + counts.refunded()
                + " payments with refunds, " + counts.disputed() + " with disputes, " + counts.orders()
                + " paid orders; " + counts.requests() + " requests\n";
    }

    private static String end(Report report) {
        if (report.resumeAfter() == null) {
            return "Complete.";
        }
        String reason = Objects.requireNonNullElse(report.trouble(), "its budget is used up");
        return "Ended early: " + reason + ". Resume after " + report.resumeAfter();
    }

    private static List<String> cells(Difference difference) {
        return List.of(
                difference.kind().name(),
                difference.state().name(),
                difference.tokens() > 0 ? "+" + difference.tokens() : Long.toString(difference.tokens()),
                Objects.toString(difference.account(), "-"),
                Objects.requireNonNullElse(difference.sessionId(), Objects.toString(difference.paymentId(), "-")),
                Objects.toString(difference.orderId(), "-"),
                difference.text());
    }

    private static List<String> cells(ParkedPayment parked) {
        return List.of(
                parked.sessionId(),
                parked.amountMinor() + " " + parked.currency(),
                "since " + parked.parkedAt(),
                parked.reason());
    }

    private static void table(StringBuilder text, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int columns = rows.get(0).size();
        List<Integer> widths = IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        for (List<String> row : rows) {
            String line = IntStream.range(0, columns)
                    .mapToObj(column -> row.get(column)
                            + " ".repeat(widths.get(column) - row.get(column).length()))
                    .collect(Collectors.joining("  "));
            text.append("  ").append(line.stripTrailing()).append('\n');
        }
    }
}
