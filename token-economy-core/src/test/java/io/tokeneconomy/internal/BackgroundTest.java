package io.tokeneconomy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackgroundTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration NO_TIME = Duration.ofMillis(1);

    @Test
    void aTaskIsRepeatedAfterEachPause() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        try (Background background = start(NO_TIME, () -> {
            runs.release();
            return false;
        })) {
            background.wake();
            runs.acquire(3);
        }
    }

    @Test
    void aTaskThatHasMoreToDoDoesNotRest() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        try (Background background = start(FOR_EVER, () -> {
            runs.release();
            return runs.availablePermits() < 5;
        })) {
            assertThat(runs.availablePermits()).as("a pause comes first").isZero();
            background.wake();
            runs.acquire(5);
        }
    }

    @Test
    void whatATaskThrowsDoesNotEndIt() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch recovered = new CountDownLatch(1);
        try (Background background = start(NO_TIME, () -> {
            switch (runs.incrementAndGet()) {
                case 1 -> throw new StackOverflowError();
                case 2, 3 -> throw new IllegalStateException("store is away");
                default -> {}
            }
            recovered.countDown();
            return false;
        })) {
            background.wake();
            recovered.await();
        }
    }

    @Test
    void closingWaitsForTheTaskUnderWayAndEndsTheRest() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Background background = start(FOR_EVER, () -> {
            begun.countDown();
            await(mayEnd);
            ended.incrementAndGet();
            return true;
        });
        background.wake();
        begun.await();
        Thread closing = new Thread(background::close);
        closing.start();
        while (closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();
        closing.join();
        assertThat(ended).hasValue(1);
        background.close();
    }

    @Test
    void aTaskMayCloseItself() throws InterruptedException {
        Background[] self = new Background[1];
        CountDownLatch ready = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        self[0] = start(FOR_EVER, () -> {
            await(ready);
            self[0].close();
            closed.countDown();
            return true;
        });
        ready.countDown();
        self[0].wake();
        closed.await();
    }

    private static Background start(Duration pause, BooleanSupplier task) {
        return Background.start("test", () -> pause, task);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
