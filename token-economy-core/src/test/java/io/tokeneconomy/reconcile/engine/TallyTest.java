package io.tokeneconomy.reconcile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.reconcile.Report;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found twice is one difference, also beyond those that are kept. */
class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void differencesAreCountedOnceAlsoBeyondThoseThatAreKept() {
        int beyond = Report.MAX_DIFFERENCES + 2;
        IntStream.range(0, 2).forEach(list -> IntStream.range(0, beyond).forEach(this::found));
        assertThat(tally.found()).isEqualTo(beyond);
        assertThat(tally.differences()).hasSize(Report.MAX_DIFFERENCES);
    }

    private void found(int number) {
        tally.found(Differences.unreadable("cs_" + number, null, "a reason"));
    }
}
