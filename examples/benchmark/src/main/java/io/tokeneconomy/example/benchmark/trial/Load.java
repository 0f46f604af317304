package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.example.benchmark.contender.Contender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Callers who spend all at once. */
final class Load {

    private final int warmupSeconds;
    private final int seconds;
    private final List<Caller> callers;
    private final CompletableFuture<Window> start = new CompletableFuture<>();
    private volatile boolean failed;

    /**
     * @param name what its keys begin with
     * @param size how many callers
     * @param warmupSeconds how long they spend before it counts
     * @param seconds how long it counts
     */
    Load(String name, int size, int warmupSeconds, int seconds, Contender contender, List<String> accounts) {
        this.warmupSeconds = warmupSeconds;
        this.seconds = seconds;
        this.callers = IntStream.range(0, size)
                .mapToObj(number -> new Caller(
                        contender, accounts, name + "-" + number + "-", number, new Tally(warmupSeconds + seconds)))
                .toList();
    }

    /** Spends until the time is up. */
    void run(ExecutorService threads) throws InterruptedException {
        finish(begin(threads));
    }

    /** {@return whether the compiler came to rest while it was spending, before the time was up} */
    boolean runUntilCompiled(ExecutorService threads) throws InterruptedException {
        List<Future<?>> running = begin(threads);
        boolean compiled = JitRest.await(warmupSeconds + seconds);
        start.join().close();
        finish(running);
        return compiled;
    }

    Latency latency() {
        return Latency.of(callers.stream().map(Caller::tally).toList());
    }

    /** {@return how many spends were answered in each second, from the start of the warm-up} */
    List<Long> perSecond() {
        return IntStream.range(0, warmupSeconds + seconds)
                .mapToObj(second -> sum(caller -> caller.tally().inSecond(second)))
                .toList();
    }

    long acknowledged() {
        return sum(Caller::acknowledged);
    }

    long retries() {
        return sum(Caller::retries);
    }

    long unresolved() {
        return sum(Caller::unresolved);
    }

    private List<Future<?>> begin(ExecutorService threads) {
        List<Future<?>> running = callers.stream()
                .<Future<?>>map(caller -> threads.submit(() -> spend(caller)))
                .toList();
        start.complete(new Window(System.nanoTime(), warmupSeconds, seconds));
        return running;
    }

    private static void finish(List<Future<?>> running) throws InterruptedException {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof TrialFailedException broken
                        ? broken
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    private void spend(Caller caller) {
        Window window = start.join();
        boolean done = false;
        try {
            caller.spend(window, () -> failed);
            done = true;
        } finally {
            if (!done) {
                failed = true;
            }
        }
    }

    private long sum(ToLongFunction<Caller> figure) {
        return callers.stream().mapToLong(figure).sum();
    }
}
