package io.tokeneconomy.example.benchmark.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final int SECONDS = 10;

    private static Tally tally(LongStream durations) {
        Tally tally = new Tally(SECONDS);
        Window window = new Window(0, 0, SECONDS);
        durations.forEach(duration -> tally.add(window, 1_000, 1_000 + duration));
        return tally;
    }

    @Test
    void percentilesAreExactValuesOverAllCallers() {
        Latency latency = Latency.of(
                List.of(tally(LongStream.rangeClosed(1, 4_000)), tally(LongStream.rangeClosed(4_001, 10_000))));
        assertThat(latency).isEqualTo(new Latency(10_000, 5_000, 9_900, 9_990, 10_000));
    }

    @Test
    void aSingleSpendIsAllOfThem() {
        assertThat(Latency.of(List.of(tally(LongStream.of(7))))).isEqualTo(new Latency(1, 7, 7, 7, 7));
    }

    @Test
    void aboveThePercentileRoundsUpToAValueThatWasThere() {
        assertThat(Latency.of(List.of(tally(LongStream.of(1, 2, 3))))).isEqualTo(new Latency(3, 2, 3, 3, 3));
    }

    @Test
    void noSpendsAreAllZero() {
        assertThat(Latency.of(List.of(new Tally(SECONDS)))).isEqualTo(new Latency(0, 0, 0, 0, 0));
    }
}
