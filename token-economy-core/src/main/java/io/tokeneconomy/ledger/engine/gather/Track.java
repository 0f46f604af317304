package io.tokeneconomy.ledger.engine.gather;

import java.util.List;

/**
 * A lane, and the single file beside it. When a batch fails, each of its callers takes its own requests, one by one,
 * through the single file, while the lane goes on: nobody pays for a neighbour, and the store is not overrun. A request
 * that others are in the way of goes on to a siding.
 */
final class Track<Q, R> {

    private final Lane<Q, R> lane;
    private final Lane<Q, R> singleFile;
    private final Sidings<Q, R> sidings;

    Track(GatherOptions limits, Work<Q, R> work, Sidings<Q, R> sidings) {
        this.lane = new Lane<>(limits, work);
        this.singleFile = new Lane<>(limits.withOperations(1), work);
        this.sidings = sidings;
    }

    /** Brings a call to its end in the lane. */
    void run(Call<Q, R> call) {
        lane.run(call);
    }

    /** What came of one request of a call that is at its end; whatever else must be done for that is done now. */
    R result(Call<Q, R> call, int index) {
        Throwable failure = call.failure();
        if (failure != null) {
            return again(call, index, failure);
        }
        R result = call.result(index);
        return result == null ? sidings.commit(call.requests().get(index), false) : result;
    }

    /** Commits one request of a call that failed, unless it has failed alone already. It does no harm to do so twice. */
    private R again(Call<Q, R> failed, int index, Throwable failure) {
        if (failed.requests().size() == 1 && !failed.failedInCompany()) {
            throw Failures.unchecked(failure);
        }
        try {
            return alone(failed.requests().get(index));
        } catch (RuntimeException e) {
            throw Failures.afterBatch(failure, e);
        }
    }

    private R alone(Q request) {
        Call<Q, R> alone = new Call<>(List.of(request), 0, true);
        singleFile.run(alone);
        Throwable failure = alone.failure();
        if (failure != null) {
            throw Failures.unchecked(failure);
        }
        R result = alone.result(0);
        return result == null ? sidings.commit(request, true) : result;
    }

    boolean isWithinWork() {
        return lane.isWithinWork() || singleFile.isWithinWork();
    }

    int waiting() {
        return lane.waiting() + singleFile.waiting();
    }
}
