package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreReportTest {

    @Test
    void trialsOfOneContenderAreOneLineInTheOrderOfTheFirst() {
        StoreReport report = Reports.usual();
        assertThat(report.summaries()).extracting(Summary::contender).containsExactly("ours", "jpa", "floor");
        assertThat(report.trials()).hasSize(6);
    }

    @Test
    void aLineHasMedianAndRangeOfItsTrials() {
        Summary ours = Reports.usual().summaries().get(0);
        assertThat(ours.opsPerSecond()).isEqualTo(new Range(21_000, 22_000, 23_000));
        assertThat(ours.p50Millis()).isEqualTo(new Range(2, 2.1, 2.2));
        assertThat(ours.p99Millis()).isEqualTo(new Range(4, 4.5, 5));
        assertThat(ours.retries()).isEqualTo(4);
    }

    @Test
    void otherShapesAndCallersAreOtherGroups() {
        StoreReport report = Reports.store(
                Reports.measured("many", 1, "ours", 1, 1, 1),
                Reports.measured("many", 64, "ours", 2, 1, 1),
                Reports.measured("hot", 64, "ours", 3, 1, 1));
        assertThat(report.groups().keySet())
                .containsExactly(new Group("many", 1), new Group("many", 64), new Group("hot", 64));
    }
}
