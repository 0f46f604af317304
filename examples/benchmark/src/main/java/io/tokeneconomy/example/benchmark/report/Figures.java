package io.tokeneconomy.example.benchmark.report;

import java.util.Locale;

/** Numbers as people read them; the same on every machine. */
final class Figures {

    private Figures() {}

    /** {@return a rate, such as 13,694} */
    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    /** {@return the span of a rate, such as 13,102–14,011} */
    static String span(Range rate) {
        return rate(rate.least()) + "–" + rate(rate.most());
    }

    /** {@return a time in milliseconds, such as 0.38, 4.9 or 263} */
    static String millis(double millis) {
        return threeDigits(millis);
    }

    /** {@return how many times the second the first is, such as 21.3 or 0.98; over nothing {@code inf}, of nothing {@code nan}} */
    static String ratio(double first, double second) {
        if (second == 0) {
            return first == 0 ? "nan" : "inf";
        }
        return threeDigits(first / second);
    }

    private static String threeDigits(double value) {
        String format = value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
