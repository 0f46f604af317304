package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void numbersStandBelowEachOther() {
        assertThat(TextTable.of(Reports.usual())).isEqualTo("""
                        postgresql (PostgreSQL 18.6; fsync=on & <durable>)
                        shape  contender  callers   ops/s          range  p50 ms  p99 ms  p99.9 ms  retries  unresolved
                        hot    ours            64  22,000  21,000–23,000    2.10    4.50      9.00        4           0
                        hot    jpa             64   1,100    1,000–1,200    59.0     265       530        4           0
                        hot    floor           64   2,050    2,000–2,100    30.5    90.5       181        4           0""");
    }
}
