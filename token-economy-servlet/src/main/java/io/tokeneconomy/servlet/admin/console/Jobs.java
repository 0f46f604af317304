package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.ledger.IdempotencyKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that reads more than a page may wait for: one after the other, on one thread, each kind once at a time; its last
 * result is kept until the next. What another process of the shop does is not known here.
 */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final long IDLE_SECONDS = 10;
    private static final long MOMENT_MILLIS = 400;

    private final InstantSource time;
    private final Map<String, Job<?>> last = new ConcurrentHashMap<>();
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();
    private final ExecutorService thread;

    Jobs(InstantSource time) {
        this.time = time;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Jobs::daemon);
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    /**
     * A piece of work.
     *
     * @param key the form that asked for it; null when it began by itself
     * @param by who asked for it
     * @param askedAt when
     * @param begunAt when its turn came, null while it waits
     * @param progress how far it is, for a person to read
     * @param finishedAt when it ended, null while it runs or waits
     * @param result what came of it, null when nothing did
     */
    record Job<T>(
            @Nullable IdempotencyKey key,
            String by,
            Instant askedAt,
            @Nullable Instant begunAt,
            String progress,
            @Nullable Instant finishedAt,
            @Nullable T result) {

        boolean running() {
            return finishedAt == null;
        }

        private Job<T> begun(Instant now) {
            return new Job<>(key, by, askedAt, now, "Under way.", null, null);
        }

        private Job<T> at(String newProgress) {
            return new Job<>(key, by, askedAt, begunAt, newProgress, null, null);
        }

        private Job<T> ended(Instant now, @Nullable T newResult) {
            return new Job<>(key, by, askedAt, begunAt, progress, now, newResult);
        }
    }

    /** Says how far a piece of work is. */
    interface Progress {
        /**
         * Tells it.
         *
         * @throws CancellationException when the work shall end
         */
        void at(String text);
    }

    /** Begins it, but not while one of its kind is under way, nor twice for the same form. */
    synchronized <T> void start(String kind, @Nullable IdempotencyKey key, String by, Function<Progress, T> work) {
        if (!blocks(last.get(kind), key)) {
            Job<T> job = new Job<>(key, by, time.instant(), null, "Waiting for its turn.", null, null);
            last.put(kind, job);
            running.put(kind, thread.submit(() -> run(kind, job, work)));
        }
    }

    /** Waits a moment for what is under way, so that short work is done when the page is shown. */
    void await(String kind) {
        Future<?> future = running.get(kind);
        if (future == null) {
            return;
        }
        try {
            future.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException notYet) {
            // the page tells
        }
    }

    private static boolean blocks(@Nullable Job<?> old, @Nullable IdempotencyKey key) {
        return old != null && (old.running() || (key != null && key.equals(old.key())));
    }

    private <T> void run(String kind, Job<T> waiting, Function<Progress, T> work) {
        Job<T> job = waiting.begun(time.instant());
        @Nullable T result = null;
        try {
            last.put(kind, job);
            result = work.apply(text -> last.put(kind, goingOn(job.at(text))));
        } catch (CancellationException end) {
            LOG.info("{} asked for by {} ended with the application", kind, job.by());
        } catch (RuntimeException | Error failure) {
            LOG.error("❌ {} asked for by {} failed", kind, job.by(), failure);
        } finally {
            last.put(kind, job.ended(time.instant(), result));
        }
    }

    private static <T> Job<T> goingOn(Job<T> job) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The application ends.");
        }
        return job;
    }

    /** {@return the one under way, or else the last one} */
    @SuppressWarnings("unchecked") // each kind has one type of result
    <T> Optional<Job<T>> latest(String kind) {
        return Optional.ofNullable((Job<T>) last.get(kind));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "token-economy-console");
        thread.setDaemon(true);
        return thread;
    }

    /** Interrupts what is under way. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
