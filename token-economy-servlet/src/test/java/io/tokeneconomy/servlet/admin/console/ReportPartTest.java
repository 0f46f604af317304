package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.reconcile.Counts;
import io.tokeneconomy.reconcile.Difference;
import io.tokeneconomy.reconcile.Difference.Kind;
import io.tokeneconomy.reconcile.Difference.State;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportPartTest {

    private static final Window WINDOW =
            Window.between(Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-02T00:00:00Z"));

    @Test
    void aRepairIsGoodWhenNothingIsLeft() {
        assertThat(html(null, State.REPAIRED, State.PARKED)).contains("notice good", "2 differences.");
    }

    @Test
    void aRepairThatLeavesSomethingToAPersonSaysSo() {
        assertThat(html(null, State.REPAIRED, State.FOR_A_PERSON))
                .contains("notice warn", "2 differences, some of them for a person to look at.")
                .doesNotContain("notice good");
    }

    @Test
    void aRepairThatDidNotReachTheEndIsNotGood() {
        assertThat(html("cs_test_1", State.REPAIRED)).contains("notice warn", "The run ended before its window did");
    }

    private static String html(@Nullable String resumeAfter, State... states) {
        List<Difference> differences =
                Arrays.stream(states).map(ReportPartTest::difference).toList();
        Counts counts = new Counts(2, 0, 0, 0, 2, 2);
        Report report =
                new Report(WINDOW, true, counts, differences, differences.size(), List.of(), false, resumeAfter, null);
        return ReportPart.of(report).markup();
    }

    private static Difference difference(State state) {
        return new Difference(Kind.UNPAID_CREDIT, state, "cs_test_1", null, null, null, -5, "unknown there");
    }
}
