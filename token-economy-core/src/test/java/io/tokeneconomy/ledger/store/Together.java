package io.tokeneconomy.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that start at the same moment, and a deadline for all that waits. */
public final class Together {

    private static final long PATIENCE_SECONDS = 60;

    private Together() {}

    /**
     * Runs an action in so many threads at once.
     *
     * @return their results, by thread number
     */
    public static <T> List<T> run(int threads, IntFunction<T> action) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(pool.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return action.apply(number);
                }));
            }
            return running.stream().map(Together::get).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    /** Starts an action in a thread of its own. */
    public static <T> Future<T> start(Callable<T> action) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<T> running = pool.submit(action);
        pool.shutdown();
        return running;
    }

    /** {@return the result; what the action threw is thrown on} */
    public static <T> T get(Future<T> running) {
        return get(running, PATIENCE_SECONDS);
    }

    /** {@return whether the action is done after so many milliseconds at most} */
    public static boolean doneWithin(Future<?> running, long millis) {
        try {
            running.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** {@return the result, if it comes in time; what the action threw is thrown on} */
    public static <T> T get(Future<T> running, long seconds) {
        try {
            return running.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("not done within " + seconds + " s", e);
        }
    }
}
