package io.tokeneconomy.example.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void theMiddleOfAnOddNumberIsOneOfThem() {
        assertThat(Range.of(List.of(30, 10, 20))).isEqualTo(new Range(10, 20, 30));
    }

    @Test
    void theMiddleOfAnEvenNumberIsTheMeanOfTwo() {
        assertThat(Range.of(List.of(40, 10, 30, 20))).isEqualTo(new Range(10, 25, 40));
    }

    @Test
    void oneFigureIsAllThree() {
        assertThat(Range.of(List.of(7))).isEqualTo(new Range(7, 7, 7));
    }

    @Test
    void noFiguresHaveNoRange() {
        assertThatThrownBy(() -> Range.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
