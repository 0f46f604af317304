package io.tokeneconomy.payment.sandbox;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work for later. What fails is logged; what comes after the close is dropped. Thread-safe. */
final class Background implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);

    /** Work that the close may interrupt. */
    interface Work {
        void run() throws InterruptedException;
    }

    private final ScheduledThreadPoolExecutor threads;

    /** @param name of the threads */
    Background(int size, String name) {
        threads = new ScheduledThreadPoolExecutor(size, Threads.named(name));
    }

    /** Runs the work once after the delay. */
    void after(Duration delay, Work work) {
        try {
            ScheduledFuture<?> unused = threads.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the sandbox is closed", e);
        }
    }

    /** Runs the work again and again, each time after the delay. */
    void every(Duration delay, Work work) {
        long millis = delay.toMillis();
        ScheduledFuture<?> unused =
                threads.scheduleWithFixedDelay(() -> guarded(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("🧪 The sandbox failed in the background", e);
        }
    }

    @Override
    public void close() {
        Threads.stop(threads);
    }
}
