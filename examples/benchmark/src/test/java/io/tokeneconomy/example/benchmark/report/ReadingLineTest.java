package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingLineTest {

    @Test
    void mediansAreInMilliseconds() {
        StoreReport report = Reports.reading(200_000, 230_000, 77_000, 400);
        assertThat(ReadingLine.of(Objects.requireNonNull(report.reading())))
                .isEqualTo(
                        "postgresql_statement: of 1,000,000 entries: first page 0.2000 ms, page in the middle 0.2300 ms,"
                                + " balance 0.0770 ms; balance of a short history 0.0004 ms; medians of 4,000 reads each");
    }
}
