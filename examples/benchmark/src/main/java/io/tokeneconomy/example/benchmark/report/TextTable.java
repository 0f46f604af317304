package io.tokeneconomy.example.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures for a terminal: texts to the left, numbers to the right. */
public final class TextTable {

    private static final int TEXTS = 2;
    private static final List<String> HEAD = List.of(
            "shape", "contender", "callers", "ops/s", "range", "p50 ms", "p99 ms", "p99.9 ms", "retries", "unresolved");

    private TextTable() {}

    /** {@return the table of one store, with its name and settings above} */
    public static String of(StoreReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        report.summaries().forEach(summary -> rows.add(row(summary)));
        return report.store() + " (" + report.version() + "; " + report.durability() + ")\n"
                + rows.stream().map(row -> line(row, widths(rows))).collect(Collectors.joining("\n"));
    }

    private static List<String> row(Summary summary) {
        return List.of(
                summary.shape(),
                summary.contender(),
                String.valueOf(summary.callers()),
                Figures.rate(summary.opsPerSecond().median()),
                Figures.span(summary.opsPerSecond()),
                Figures.millis(summary.p50Millis().median()),
                Figures.millis(summary.p99Millis().median()),
                Figures.millis(summary.p999Millis().median()),
                Figures.rate((double) summary.retries()),
                Figures.rate((double) summary.unresolved()));
    }

    private static int[] widths(List<List<String>> rows) {
        return IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column], column < TEXTS))
                .collect(Collectors.joining("  "));
    }

    private static String padded(String text, int width, boolean left) {
        String blanks = " ".repeat(width - text.length());
        return left ? text + blanks : blanks + text;
    }
}
