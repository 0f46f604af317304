package io.tokeneconomy.example.benchmark.report;

import java.util.List;
import java.util.Locale;

/** Throughput as bars, with a line from the slowest to the fastest trial; readable on light and dark ground. */
public final class SvgChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 130;
    private static final int BARS = 440;
    private static final int ROW = 22;
    private static final int GAP = 14;
    private static final String STYLE = """
            <style>
              .ground { fill: #ffffff }
              text { font: 13px system-ui, sans-serif; fill: #1f2328 }
              .title { font-size: 16px; font-weight: 600 }
              .group { font-weight: 600 }
              .small { font-size: 11px; fill: #59636e }
              .ours { fill: #1a7f37 }
              .other { fill: #8c959f }
              .span { stroke: #1f2328; stroke-width: 1.5; fill: none }
              @media (prefers-color-scheme: dark) {
                .ground { fill: #0d1117 }
                text { fill: #e6edf3 }
                .small { fill: #9198a1 }
                .ours { fill: #3fb950 }
                .other { fill: #6e7681 }
                .span { stroke: #e6edf3 }
              }
            </style>
            """;

    private final StringBuilder shapes = new StringBuilder();
    private int y = 12;

    private SvgChart() {}

    /** {@return the chart of a run} */
    public static String of(Report report) {
        SvgChart chart = new SvgChart();
        report.stores().forEach(chart::store);
        chart.text(16, 18, "small", "Bar: median; line: slowest to fastest trial; each store has a scale of its own.");
        chart.text(16, 16, "small", report.options());
        chart.text(16, 16, "small", report.machine().toString());
        return chart.svg();
    }

    private void store(StoreReport store) {
        text(16, 24, "title", store.version() + ": spends per second");
        text(16, 18, "small", store.durability());
        double most = store.summaries().stream()
                .mapToDouble(summary -> summary.opsPerSecond().most())
                .max()
                .orElse(1);
        store.groups().forEach((group, summaries) -> group(group, summaries, Math.max(1, most)));
        y += GAP;
    }

    private void group(Group group, List<Summary> summaries, double most) {
        y += GAP;
        text(
                16,
                ROW,
                "group",
                group.shape() + ", " + group.callers() + (group.callers() == 1 ? " caller" : " callers"));
        summaries.forEach(summary -> bar(summary, BARS / most));
    }

    private void bar(Summary summary, double scale) {
        Range rate = summary.opsPerSecond();
        double length = Math.max(1, rate.median() * scale);
        String kind = summary.contender().equals(Summary.OURS) ? "ours" : "other";
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 15, escaped(summary.contender()));
        add("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" rx=\"2\"/>", kind, LEFT, y + 4, length);
        span(LEFT + rate.least() * scale, LEFT + rate.most() * scale);
        double end = LEFT + Math.max(length, rate.most() * scale) + 8;
        add("<text x=\"%.1f\" y=\"%d\">%s</text>", end, y + 15, Figures.rate(rate.median()));
        y += ROW;
    }

    private void span(double from, double to) {
        int middle = y + 11;
        add("<path class=\"span\" d=\"M%.1f %d v6 m0 -3 H%.1f m0 -3 v6\"/>", from, middle - 3, to);
    }

    private void text(int x, int height, String kind, String text) {
        y += height;
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", kind, x, y - 6, escaped(text));
    }

    private void add(String format, Object... values) {
        shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String svg() {
        int height = y + 12;
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                                + " role=\"img\" aria-label=\"Spends per second by contender\">\n",
                        WIDTH,
                        height,
                        WIDTH,
                        height)
                + STYLE
                + "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
                + shapes
                + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
