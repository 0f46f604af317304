package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One caller's many requests. They go a batch's worth at a time, each with the account of its first request. */
final class Bulk<Q, R> {

    private final GroupCommit<Q, R> commit;
    private final List<Q> requests;
    private final List<Result<R>> results;

    /** Why no more is tried. */
    private @Nullable RuntimeException end;

    Bulk(GroupCommit<Q, R> commit, List<Q> requests) {
        this.commit = commit;
        this.requests = requests;
        this.results = new ArrayList<>(requests.size());
    }

    List<Result<R>> run() {
        while (results.size() < requests.size()) {
            if (end == null) {
                commit(nextCall());
            } else {
                results.add(new Result.Failed<>(end));
            }
        }
        return results;
    }

    private Call<Q, R> nextCall() {
        int from = results.size();
        int to = from;
        long weight = 0;
        do {
            weight += commit.weight(requests.get(to++));
        } while (to < requests.size()
                && to - from < commit.limits().operations()
                && weight + commit.weight(requests.get(to)) <= commit.limits().weight());
        return new Call<>(requests.subList(from, to), commit.account(requests.get(from)), weight, false);
    }

    private void commit(Call<Q, R> call) {
        Track<Q, R> track = commit.track();
        try {
            requireNoInterrupt();
            commit.enter();
        } catch (StoreException e) {
            end = e;
            return;
        }
        try {
            track.run(call);
            collect(track, call);
        } catch (TokenEconomyException e) {
            end = e;
        } finally {
            commit.leave();
        }
    }

    private static void requireNoInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw StoreException.unavailable("interrupted between two batches; nothing more was done", null);
        }
    }

    private void collect(Track<Q, R> track, Call<Q, R> call) {
        for (int i = 0; i < call.requests().size(); i++) {
            R result = call.failure() == null ? call.result(i) : null;
            results.add(result == null ? afterwards(track, call, i) : new Result.Done<>(result));
        }
    }

    /** What comes of a request that the lane did not commit. */
    private Result<R> afterwards(Track<Q, R> track, Call<Q, R> call, int index) {
        Throwable failure = call.failure();
        if (end == null) {
            return alone(track, call, index);
        }
        return new Result.Failed<>(failure == null ? end : Failures.afterBatch(failure, end));
    }

    private Result<R> alone(Track<Q, R> track, Call<Q, R> call, int index) {
        try {
            return new Result.Done<>(track.result(call, index));
        } catch (RuntimeException e) {
            if (e instanceof TokenEconomyException trouble && trouble.retryable()) {
                end = StoreException.unavailable("not tried, as one before it failed: " + e.getMessage(), e);
            }
            return new Result.Failed<>(e);
        }
    }
}
