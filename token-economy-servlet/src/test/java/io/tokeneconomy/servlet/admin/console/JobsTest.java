package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final Jobs jobs = new Jobs(InstantSource.system());

    @Test
    void workUnderWayEndsWithTheApplication() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        long enough = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        jobs.start("long", null, "carol", progress -> {
            begun.countDown();
            try {
                while (System.nanoTime() < enough) {
                    progress.at("Under way.");
                }
            } finally {
                ended.countDown();
            }
            return "";
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        jobs.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anErrorIsAFailureToo() {
        try (jobs) {
            jobs.start("broken", null, "carol", progress -> {
                throw new StackOverflowError("too deep");
            });
            while (jobs.latest("broken").orElseThrow().running()) {
                jobs.await("broken");
            }
            assertThat(jobs.latest("broken").orElseThrow().result()).isNull();
        }
    }
}
