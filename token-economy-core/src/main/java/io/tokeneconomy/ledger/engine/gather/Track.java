package io.tokeneconomy.ledger.engine.gather;

import java.util.List;

/**
 * A lane, and the single file beside it. When a batch fails, each of its callers takes its own requests, one by one,
 * through the single file, while the lane goes on: nobody pays for a neighbour, and the store is not overrun.
 */
final class Track<Q, R> {

    private final Lane<Q, R> lane;
    private final Lane<Q, R> singleFile;

    Track(GatherOptions limits, Work<Q, R> work) {
        this.lane = new Lane<>(limits, work);
        this.singleFile = new Lane<>(limits.withOperations(1), work);
    }

    /** Brings a call to its end in the lane. */
    void run(Call<Q, R> call) {
        lane.run(call);
    }

    /** Commits one request of a call that failed, unless it has failed alone already. It does no harm to do so twice. */
    R again(Call<Q, R> failed, int index, Throwable failure) {
        if (failed.requests().size() == 1 && !failed.failedInCompany()) {
            throw Failures.unchecked(failure);
        }
        Call<Q, R> alone = new Call<>(List.of(failed.requests().get(index)), 0, true);
        try {
            singleFile.run(alone);
        } catch (RuntimeException e) {
            throw Failures.afterBatch(failure, e);
        }
        Throwable own = alone.failure();
        if (own != null) {
            throw Failures.afterBatch(failure, Failures.unchecked(own));
        }
        return alone.result(0);
    }

    boolean isWithinWork() {
        return lane.isWithinWork() || singleFile.isWithinWork();
    }

    int waiting() {
        return lane.waiting() + singleFile.waiting();
    }
}
