package io.tokeneconomy.example.benchmark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.example.benchmark.contender.ours.OursInMemory;
import io.tokeneconomy.example.benchmark.trial.Latency;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void everyKindOfReadIsMeasuredEquallyOften() {
        ReadingResult result =
                new Reading(new ReadingSpec("test", OursInMemory.class.getName(), "memory:test", 1_000)).run();
        assertThat(result.entries()).isEqualTo(1_000);
        long reads = result.firstPage().count();
        assertThat(reads).isPositive();
        assertThat(new Latency[] {result.middlePage(), result.longBalance(), result.shortBalance()})
                .extracting(Latency::count)
                .containsOnly(reads);
    }
}
