package io.tokeneconomy.example.benchmark.contender.ours;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Work before and after the measurement, by several threads. */
final class Together {

    private Together() {}

    /** {@return the results in the order of the items} */
    static <T, R> List<R> each(int threads, List<T> items, Function<T, R> work) {
        ExecutorService helpers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> pending = items.stream()
                    .map(item -> helpers.submit(() -> work.apply(item)))
                    .toList();
            List<R> results = new ArrayList<>(items.size());
            for (Future<R> one : pending) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            helpers.shutdownNow();
        }
    }
}
