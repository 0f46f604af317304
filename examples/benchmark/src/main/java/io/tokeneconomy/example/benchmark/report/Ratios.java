package io.tokeneconomy.example.benchmark.report;

import io.tokeneconomy.example.benchmark.reading.ReadingResult;
import io.tokeneconomy.example.benchmark.trial.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ours against each of the others, and reading a long history against a short one; one line a ratio, of medians. */
public final class Ratios {

    private static final String JPA = "jpa";

    private Ratios() {}

    /** {@return the lines of all groups in which ours ran, and of reading} */
    public static List<String> of(StoreReport report) {
        List<String> lines = new ArrayList<>();
        report.groups()
                .forEach((group, summaries) -> find(summaries, Summary.OURS).ifPresent(ours -> {
                    String start = "RATIO " + report.store() + " " + group.shape() + " " + group.callers() + " ";
                    summaries.stream()
                            .filter(other -> !other.equals(ours))
                            .forEach(other -> lines.add(start + throughput(ours, other)));
                    find(summaries, JPA).ifPresent(jpa -> lines.add(start + latency(ours, jpa)));
                }));
        if (report.reading() != null) {
            lines.addAll(reading("RATIO " + report.store() + " ", report.reading()));
        }
        return lines;
    }

    private static List<String> reading(String start, ReadingResult reading) {
        return List.of(
                start + "statement middle-over-first " + ratio(reading.middlePage(), reading.firstPage()),
                start + "balance long-over-short " + ratio(reading.longBalance(), reading.shortBalance()));
    }

    private static String ratio(Latency first, Latency second) {
        return Figures.ratio((double) first.p50Nanos(), (double) second.p50Nanos());
    }

    private static String throughput(Summary ours, Summary other) {
        return "ours-over-" + other.contender() + " "
                + Figures.ratio(
                        ours.opsPerSecond().median(), other.opsPerSecond().median());
    }

    /** Above 1: even our slow spends are faster than half of theirs. */
    private static String latency(Summary ours, Summary jpa) {
        return "jpa-p50-over-ours-p99 "
                + Figures.ratio(jpa.p50Millis().median(), ours.p99Millis().median());
    }

    private static Optional<Summary> find(List<Summary> summaries, String contender) {
        return summaries.stream()
                .filter(summary -> summary.contender().equals(contender))
                .findFirst();
    }
}
