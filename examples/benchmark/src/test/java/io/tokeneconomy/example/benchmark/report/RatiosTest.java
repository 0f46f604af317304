package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatiosTest {

    @Test
    void oneLineARatioOfMedians() {
        assertThat(Ratios.of(Reports.usual()))
                .containsExactly(
                        "RATIO postgresql hot 64 ours-over-jpa 20.0",
                        "RATIO postgresql hot 64 ours-over-floor 10.7",
                        "RATIO postgresql hot 64 jpa-p50-over-ours-p99 13.1");
    }

    @Test
    void slowerThanTheOtherIsBelowOne() {
        StoreReport report = Reports.store(
                Reports.measured("many", 1, "ours", 970, 1, 1), Reports.measured("many", 1, "single", 1_000, 1, 1));
        assertThat(Ratios.of(report)).containsExactly("RATIO postgresql many 1 ours-over-single 0.97");
    }

    @Test
    void nothingIsInfinitelySlower() {
        StoreReport report = Reports.store(
                Reports.measured("hot", 64, "ours", 4_000, 1, 1), Reports.measured("hot", 64, "single", 0, 0, 0));
        assertThat(Ratios.of(report)).containsExactly("RATIO postgresql hot 64 ours-over-single inf");
    }

    @Test
    void nothingOverNothingIsNoFigure() {
        StoreReport report = Reports.store(
                Reports.measured("hot", 64, "ours", 0, 0, 0), Reports.measured("hot", 64, "single", 0, 0, 0));
        assertThat(Ratios.of(report)).containsExactly("RATIO postgresql hot 64 ours-over-single nan");
    }

    @Test
    void readingALongHistoryIsSetAgainstItsBeginningAndAgainstAShortOne() {
        assertThat(Ratios.of(Reports.reading(200_000, 230_000, 77_000, 70_000)))
                .containsExactly(
                        "RATIO postgresql statement middle-over-first 1.15",
                        "RATIO postgresql balance long-over-short 1.10");
    }

    @Test
    void withoutOursThereIsNoRatio() {
        assertThat(Ratios.of(Reports.store(Reports.measured("many", 1, "jpa", 970, 1, 1))))
                .isEmpty();
    }
}
