package io.tokeneconomy.ledger.engine.gather;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that calls, what came of it, and whether it was interrupted then. */
final class Caller<T> {

    private static final int PATIENCE_SECONDS = 30;

    private final FutureTask<T> task;
    private final Thread thread;
    private volatile boolean interrupted;

    private Caller(ThreadFactory threads, Callable<T> call) {
        this.task = new FutureTask<>(() -> {
            try {
                return call.call();
            } finally {
                interrupted = Thread.currentThread().isInterrupted();
            }
        });
        this.thread = threads.newThread(task);
    }

    static <T> Caller<T> start(Callable<T> call) {
        return start(Caller::daemon, call);
    }

    static <T> Caller<T> start(ThreadFactory threads, Callable<T> call) {
        Caller<T> caller = new Caller<>(threads, call);
        caller.thread.start();
        return caller;
    }

    /** So that a caller who hangs fails its test and no more. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    Thread thread() {
        return thread;
    }

    void interrupt() {
        thread.interrupt();
    }

    T result() {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("no result", e);
        }
    }

    Throwable failure() {
        try {
            throw new AssertionError("no failure but " + task.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("no failure", e);
        }
    }

    /** Whether the thread was interrupted when its call had ended. */
    boolean interruptedAfterwards() {
        assertEnded();
        return interrupted;
    }

    boolean isDone() {
        return task.isDone();
    }

    private void assertEnded() {
        if (!task.isDone()) {
            throw new AssertionError("still calling");
        }
    }
}
