package io.tokeneconomy.ledger.engine.gather;

import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Where requests wait that others are in the way of, while the lanes go on. An account's requests always come to the same
 * siding, which commits one after another.
 */
final class Sidings<Q, R> {

    /** Each may keep one of the store's connections waiting, and most pools have ten. */
    static final int NUMBER = 4;

    private final ToIntFunction<? super Q> account;
    private final List<Lane<Q, R>> sidings;

    Sidings(GatherOptions limits, ToIntFunction<? super Q> account, Work<Q, R> work) {
        this.account = account;
        Work<Q, R> patiently = requests -> List.of(work.commitPatiently(requests.get(0)));
        this.sidings = IntStream.range(0, NUMBER)
                .mapToObj(siding -> new Lane<>(limits.withOperations(1), patiently))
                .toList();
    }

    /** @param begun whether a batch that held the request has failed, so that it may be committed already */
    R commit(Q request, boolean begun) {
        Call<Q, R> call = new Call<>(List.of(request), 0, begun);
        sidings.get(GroupCommit.place(account.applyAsInt(request), NUMBER)).run(call);
        Throwable failure = call.failure();
        if (failure != null) {
            throw Failures.unchecked(failure);
        }
        return Objects.requireNonNull(call.result(0));
    }

    boolean isWithinWork() {
        for (Lane<Q, R> siding : sidings) {
            if (siding.isWithinWork()) {
                return true;
            }
        }
        return false;
    }

    int waiting() {
        return sidings.stream().mapToInt(Lane::waiting).sum();
    }
}
