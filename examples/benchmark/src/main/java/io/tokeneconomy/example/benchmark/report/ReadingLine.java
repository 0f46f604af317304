package io.tokeneconomy.example.benchmark.report;

import io.tokeneconomy.example.benchmark.reading.ReadingResult;
import io.tokeneconomy.example.benchmark.trial.Latency;
import java.util.Locale;

/** A reading's medians for a terminal. */
public final class ReadingLine {

    private ReadingLine() {}

    /** {@return the medians in a line} */
    public static String of(ReadingResult reading) {
        return String.format(
                Locale.ROOT,
                "%s: of %,d entries: first page %s ms, page in the middle %s ms, balance %s ms; balance of a short history"
                        + " %s ms; medians of %,d reads each",
                reading.name(),
                reading.entries(),
                millis(reading.firstPage()),
                millis(reading.middlePage()),
                millis(reading.longBalance()),
                millis(reading.shortBalance()),
                reading.firstPage().count());
    }

    private static String millis(Latency latency) {
        return String.format(Locale.ROOT, "%.4f", latency.p50Nanos() / 1e6);
    }
}
