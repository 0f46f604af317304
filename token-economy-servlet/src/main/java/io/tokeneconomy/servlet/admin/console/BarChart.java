package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Bars side by side, drawn as SVG, with a table of the same numbers behind them. */
final class BarChart {

    private static final int HEIGHT = 1_000;
    private static final int STEP = 100;
    private static final int WIDTH = 70;

    private BarChart() {}

    /**
     * One bar.
     *
     * @param label what it stands for
     * @param value how high it is, 0 or more
     * @param figure the value in words
     */
    record Bar(String label, long value, String figure) {}

    /** @param bars at least one */
    static Html of(String title, String labels, String values, List<Bar> bars) {
        Bar highest =
                bars.stream().max((a, b) -> Long.compare(a.value(), b.value())).orElseThrow();
        return el(
                "figure",
                cls("chart"),
                el(
                        "figcaption",
                        el("span", title),
                        el("span", cls("note"), "Highest: " + highest.figure() + ", " + highest.label())),
                drawing(title, bars, highest.value()),
                el(
                        "p",
                        cls("axis"),
                        attr("aria-hidden", "true"),
                        el("span", bars.get(0).label()),
                        el("span", bars.get(bars.size() - 1).label())),
                el(
                        "details",
                        el("summary", "The numbers as a table"),
                        Parts.table(
                                title,
                                List.of(labels, "#" + values),
                                bars.stream()
                                        .<List<?>>map(bar -> List.of(bar.label(), bar.figure()))
                                        .toList())));
    }

    private static Html drawing(String title, List<Bar> bars, long highest) {
        List<Html> parts = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            parts.add(bar(bars.get(i), i, highest));
        }
        return el(
                "svg",
                attr("role", "img"),
                attr("aria-label", title + ". The table below has the numbers."),
                attr("viewBox", "0 0 " + bars.size() * STEP + " " + HEIGHT),
                attr("preserveAspectRatio", "none"),
                all(parts));
    }

    private static Html bar(Bar bar, int place, long highest) {
        int height = height(bar.value(), highest);
        return el(
                "rect",
                attr("x", place * STEP + (STEP - WIDTH) / 2),
                attr("y", HEIGHT - height),
                attr("width", WIDTH),
                attr("height", height),
                el("title", bar.label() + ": " + bar.figure()));
    }

    /** Whatever is more than nothing can be seen. */
    static int height(long value, long highest) {
        if (value <= 0) {
            return 0;
        }
        int share = BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(HEIGHT))
                .divide(BigInteger.valueOf(highest))
                .intValueExact();
        return Math.max(share, 8);
    }

    /** A bar within a line of a table. */
    static Html inline(long value, long highest) {
        int width = height(value, Math.max(highest, 1));
        return el(
                "svg",
                cls("share"),
                attr("viewBox", "0 0 " + HEIGHT + " 10"),
                attr("preserveAspectRatio", "none"),
                attr("aria-hidden", "true"),
                el("rect", attr("width", width), attr("height", 10)));
    }
}
