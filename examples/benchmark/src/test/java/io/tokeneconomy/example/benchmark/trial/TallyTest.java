package io.tokeneconomy.example.benchmark.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long SECOND = 1_000_000_000;

    private final Window window = new Window(100 * SECOND, 1, 2);
    private final Tally tally = new Tally(3);

    private void ended(long moment) {
        tally.add(window, moment - 5, moment);
    }

    @Test
    void onlyWhatEndsInTheWindowCounts() {
        ended(101 * SECOND - 1);
        assertThat(tally.durations()).isEmpty();
        ended(101 * SECOND);
        ended(103 * SECOND - 1);
        ended(103 * SECOND);
        assertThat(tally.durations()).containsExactly(5L, 5L);
    }

    @Test
    void everySecondIsCountedFromTheStart() {
        ended(100 * SECOND + 1);
        ended(101 * SECOND - 1);
        ended(102 * SECOND);
        ended(103 * SECOND);
        assertThat(tally.inSecond(0)).isEqualTo(2);
        assertThat(tally.inSecond(1)).isZero();
        assertThat(tally.inSecond(2)).isEqualTo(1);
    }
}
