package io.tokeneconomy.ledger.engine.gather;

import static io.tokeneconomy.ledger.engine.gather.GatherOptions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GatherOptionsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void limitsMayStandAtTheirEdges() {
        assertThat(DEFAULT.withLanes(1).withLanes(64).lanes()).isEqualTo(64);
        assertThat(DEFAULT.withOperations(1).withOperations(10_000).operations())
                .isEqualTo(10_000);
        assertThat(DEFAULT.withWeight(1).withWeight(1L << 40).weight()).isEqualTo(1L << 40);
        assertThat(DEFAULT.withWaiting(1).withWaiting(1_000_000).waiting()).isEqualTo(1_000_000);
        assertThat(DEFAULT.withPatience(Duration.ofMillis(1)).withPatience(HOUR).patience())
                .isEqualTo(HOUR);
    }

    static Stream<Arguments> beyond() {
        return Stream.of(
                beyond("lanes", () -> DEFAULT.withLanes(0)),
                beyond("lanes", () -> DEFAULT.withLanes(65)),
                beyond("operations", () -> DEFAULT.withOperations(0)),
                beyond("operations", () -> DEFAULT.withOperations(10_001)),
                beyond("weight", () -> DEFAULT.withWeight(0)),
                beyond("weight", () -> DEFAULT.withWeight((1L << 40) + 1)),
                beyond("waiting", () -> DEFAULT.withWaiting(0)),
                beyond("waiting", () -> DEFAULT.withWaiting(1_000_001)),
                beyond("patience", () -> DEFAULT.withPatience(Duration.ofNanos(999_999))),
                beyond("patience", () -> DEFAULT.withPatience(HOUR.plusNanos(1))));
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void limitsBeyondTheirEdgesAreRefused(String field, Supplier<GatherOptions> options) {
        assertThatThrownBy(options::get)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private static Arguments beyond(String field, Supplier<GatherOptions> options) {
        return arguments(field, options);
    }
}
