package io.tokeneconomy.ledger.engine.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A group commit over scripted work, and callers that stand in line in a known order. */
final class Gathering implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofNanos(100_000);

    /** One lane, so that everybody meets everybody. */
    static final GatherOptions ONE_LANE = GatherOptions.DEFAULT.withLanes(1);

    final ScriptedWork work = new ScriptedWork();
    final GroupCommit<Request, String> commit;

    Gathering(GatherOptions limits) {
        commit = new GroupCommit<>(limits, Request::account, Request::weight, work);
    }

    /** Has this request committed until {@link ScriptedWork#release()}, so that the others must stand in line. */
    Caller<String> hold(Request request) {
        int begun = work.batches().size();
        work.hold();
        Caller<String> caller = Caller.start(() -> commit.submit(request));
        until("the work is held", () -> work.batches().size() > begun);
        return caller;
    }

    /** Callers in line in the order of their requests. */
    List<Caller<String>> line(List<Request> requests) {
        List<Caller<String>> callers = new ArrayList<>();
        for (Request request : requests) {
            callers.add(line(request));
        }
        return callers;
    }

    /** A caller at the end of the line. */
    Caller<String> line(Request request) {
        int waiting = commit.waiting();
        Caller<String> caller = Caller.start(() -> commit.submit(request));
        untilWaiting(waiting + 1);
        return caller;
    }

    void untilWaiting(int number) {
        until(number + " wait", () -> commit.waiting() == number);
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Lets everybody go; a caller who hangs fails the test. */
    @Override
    public void close() {
        work.release();
        Caller.start(() -> {
                    commit.close();
                    return true;
                })
                .result();
    }
}
