package io.tokeneconomy.example.benchmark.report;

import io.tokeneconomy.example.benchmark.reading.ReadingResult;
import io.tokeneconomy.example.benchmark.trial.Latency;
import io.tokeneconomy.example.benchmark.trial.TrialResult;
import java.util.List;

/** Figures made up for tests. */
final class Reports {

    private Reports() {}

    static Measured measured(String shape, int callers, String contender, double rate, long p50, long p99) {
        Latency latency = new Latency(1, p50 * 1_000, p99 * 1_000, p99 * 2_000, p99 * 3_000);
        TrialResult result = new TrialResult(contender, "17", true, rate, latency, List.of(1L), 1, 2, 0);
        return new Measured(shape, callers, contender, result);
    }

    static StoreReport store(Measured... measured) {
        return StoreReport.of("postgresql", "PostgreSQL 18.6", "fsync=on & <durable>", List.of(measured), null);
    }

    static StoreReport reading(long firstPage, long middlePage, long longBalance, long shortBalance) {
        ReadingResult reading = new ReadingResult(
                "postgresql_statement",
                "17",
                1_000_000,
                median(firstPage),
                median(middlePage),
                median(longBalance),
                median(shortBalance));
        return StoreReport.of("postgresql", "PostgreSQL 18.6", "fsync=on", List.of(), reading);
    }

    private static Latency median(long nanos) {
        return new Latency(4_000, nanos, nanos * 2, nanos * 3, nanos * 4);
    }

    static StoreReport usual() {
        return store(
                measured("hot", 64, "ours", 21_000, 2_000, 4_000),
                measured("hot", 64, "jpa", 1_000, 60_000, 260_000),
                measured("hot", 64, "floor", 2_000, 30_000, 90_000),
                measured("hot", 64, "ours", 23_000, 2_200, 5_000),
                measured("hot", 64, "jpa", 1_200, 58_000, 270_000),
                measured("hot", 64, "floor", 2_100, 31_000, 91_000));
    }

    static Report report(StoreReport... stores) {
        return new Report(
                "2026-01-02T03:04:05Z",
                "2 × 4 s",
                new Machine("Linux", "a CPU", 2, 0.1),
                "-Xmx4g",
                List.of(stores),
                List.of());
    }
}
