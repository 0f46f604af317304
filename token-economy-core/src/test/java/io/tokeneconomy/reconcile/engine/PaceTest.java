package io.tokeneconomy.reconcile.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final List<Long> waits = new ArrayList<>();
    private final Pace pace = new Pace(10, 5, nanos::get, wait -> {
        waits.add(wait);
        nanos.addAndGet(wait);
    });

    @Test
    void requestsAreKeptApart() {
        pace.take(1);
        pace.take(3);
        pace.take(1);
        assertThat(waits).containsExactly(millis(100), millis(300));
    }

    @Test
    void timeThatPassesAnywayIsNotWaitedForAgainNorSaved() {
        pace.take(1);
        nanos.addAndGet(millis(5_000));
        pace.take(1);
        pace.take(1);
        assertThat(waits).containsExactly(millis(100));
    }

    @Test
    void theBudgetEnds() {
        pace.take(4);
        assertThat(pace.isUsedUp()).isFalse();
        pace.take(1);
        assertThat(pace.isUsedUp()).isTrue();
        assertThat(pace.taken()).isEqualTo(5);
    }

    @Test
    void anInterruptEndsTheRunAndStaysKnown() {
        Pace interrupted = new Pace(1, 5, nanos::get, wait -> {
            throw new InterruptedException();
        });
        interrupted.take(1);
        assertThatThrownBy(() -> interrupted.take(1)).isInstanceOf(StoppedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
