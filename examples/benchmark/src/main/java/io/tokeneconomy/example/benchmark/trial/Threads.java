package io.tokeneconomy.example.benchmark.trial;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for callers, one each. */
final class Threads {

    private Threads() {}

    /** {@return platform threads, or virtual ones: by reflection, because the benchmark is compiled for Java 17} */
    static ExecutorService of(boolean virtual) {
        if (!virtual) {
            return Executors.newCachedThreadPool();
        }
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            throw new TrialFailedException("Java " + Runtime.version() + " has no virtual threads");
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
