package io.tokeneconomy.ledger.engine.gather;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * The lanes, and what is beside them. When a batch fails, each of its callers takes its own requests, one by one, through
 * the single files, while the lanes go on: nobody pays for a neighbour, and the store is not overrun. A request that
 * others are in the way of goes on to the sidings, where one after another of an account's is committed patiently.
 */
final class Track<Q, R> {

    /** How many sidings. Each may keep one of the store's connections waiting, and most pools have ten. */
    static final int SIDINGS = 4;

    private final ToIntFunction<? super Q> account;
    private final Lanes<Q, R> lanes;
    private final Lanes<Q, R> singleFiles;
    private final Lanes<Q, R> sidings;

    Track(GatherOptions limits, ToIntFunction<? super Q> account, Work<Q, R> work) {
        GatherOptions oneByOne = limits.withOperations(1);
        this.account = account;
        this.lanes = new Lanes<>(limits, work);
        this.singleFiles = new Lanes<>(oneByOne, work);
        this.sidings =
                new Lanes<>(oneByOne.withLanes(SIDINGS), requests -> List.of(work.commitPatiently(requests.get(0))));
    }

    /** Brings a call to its end in the lanes. */
    void run(Call<Q, R> call) {
        lanes.run(call);
    }

    /** What came of one request of a call that is at its end; whatever else must be done for that is done now. */
    R result(Call<Q, R> call, int index) {
        Throwable failure = call.failure();
        if (failure != null) {
            return again(call, index, failure);
        }
        R result = call.result(index);
        return result == null ? patiently(call.requests().get(index), false) : result;
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
        Call<Q, R> alone = finished(singleFiles, request, true);
        R result = alone.result(0);
        return result == null ? patiently(request, true) : result;
    }

    /** @param begun whether a batch that held the request has failed, so that it may be committed already */
    private R patiently(Q request, boolean begun) {
        return Objects.requireNonNull(finished(sidings, request, begun).result(0));
    }

    private Call<Q, R> finished(Lanes<Q, R> where, Q request, boolean begun) {
        Call<Q, R> call = new Call<>(List.of(request), account.applyAsInt(request), 0, begun);
        where.run(call);
        Throwable failure = call.failure();
        if (failure != null) {
            throw Failures.unchecked(failure);
        }
        return call;
    }

    boolean isWithinWork() {
        return lanes.isWithinWork() || singleFiles.isWithinWork() || sidings.isWithinWork();
    }

    int waiting() {
        return lanes.waiting() + singleFiles.waiting() + sidings.waiting();
    }
}
