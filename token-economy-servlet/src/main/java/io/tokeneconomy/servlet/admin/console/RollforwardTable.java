package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.audit.Cause;
import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.audit.TokenSum;
import java.util.ArrayList;
import java.util.List;

/** A rollforward as a table and as CSV. */
final class RollforwardTable {

    private static final String END = "\r\n";
    private static final String OPENING = "opening";
    private static final String CLOSING = "closing";

    private RollforwardTable() {}

    /**
     * A line.
     *
     * @param part opening, issued, spent, expired, clawed_back, other or closing
     * @param cause what happened, in the ledger's words
     * @param sum its tokens
     */
    private record Line(String part, String cause, TokenSum sum) {}

    static Html html(Rollforward found) {
        List<List<?>> rows = new ArrayList<>();
        for (Line line : lines(found)) {
            rows.add(List.of(
                    words(line.cause()),
                    figure(line, line.sum().paid()),
                    figure(line, line.sum().free()),
                    figure(line, line.sum().debt()),
                    figure(line, line.sum().settled())));
        }
        return all(
                el(
                        "p",
                        Figures.time(found.from()) + " to " + Figures.time(found.until())
                                + " UTC. Opening and all changes are the closing, exactly."),
                Parts.table("Rollforward", List.of("Line", "#Bought", "#Given", "#Debt", "#Balance"), rows),
                el("p", cls("actions"), Parts.link("rollforward.csv", "Download as CSV")));
    }

    private static String figure(Line line, long tokens) {
        boolean stock = line.part().equals(OPENING) || line.part().equals(CLOSING);
        return stock ? Figures.number(tokens) : Figures.change(tokens);
    }

    /** Lines as RFC 4180 has them; no text in it is from outside. */
    static String csv(Rollforward found) {
        StringBuilder csv = new StringBuilder("from,until,part,cause,paid,free,debt,balance").append(END);
        for (Line line : lines(found)) {
            csv.append(found.from()).append(',').append(found.until()).append(',');
            csv.append(line.part()).append(',').append(line.cause()).append(',');
            csv.append(line.sum().paid()).append(',').append(line.sum().free()).append(',');
            csv.append(line.sum().debt())
                    .append(',')
                    .append(line.sum().settled())
                    .append(END);
        }
        return csv.toString();
    }

    private static List<Line> lines(Rollforward found) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(OPENING, "OPENING", found.opening()));
        for (Cause cause : Cause.values()) {
            lines.add(new Line(part(cause), cause.name(), found.of(cause)));
        }
        lines.add(new Line(CLOSING, "CLOSING", found.closing()));
        return lines;
    }

    private static String part(Cause cause) {
        return switch (cause) {
            case GRANTED, PURCHASED, REINSTATED, ADJUSTED_UP -> "issued";
            case SPENT -> "spent";
            case EXPIRED -> "expired";
            case CLAWED_BACK -> "clawed_back";
            case TRANSFERRED_IN, TRANSFERRED_OUT, FORFEITED, WRITTEN_OFF, ADJUSTED_DOWN, OFFSET -> "other";
        };
    }

    private static String words(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
