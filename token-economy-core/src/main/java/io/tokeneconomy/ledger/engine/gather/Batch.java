package io.tokeneconomy.ledger.engine.gather;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that are committed together. Belongs to the thread that leads it. */
final class Batch<Q, R> {

    /** Waking a platform thread costs some 5 µs; a third of the commit's time is what waking all of them may take. */
    private static final long NANOS_PER_CALL = 15_000;

    private final List<Call<Q, R>> calls = new ArrayList<>();
    private int operations;
    private long weight;
    private long begin;
    private List<@Nullable R> results = List.of();
    private @Nullable Throwable failure;

    Batch(Call<Q, R> leader) {
        add(leader);
    }

    boolean hasRoomFor(Call<Q, R> next, GatherOptions limits) {
        return operations + next.requests().size() <= limits.operations() && weight + next.weight() <= limits.weight();
    }

    void add(Call<Q, R> call) {
        calls.add(call);
        operations += call.requests().size();
        weight += call.weight();
    }

    Call<Q, R> leader() {
        return calls.get(0);
    }

    int size() {
        return calls.size();
    }

    void commit(Work<Q, R> work) {
        begin = System.nanoTime();
        List<@Nullable R> found = work.commit(requests());
        if (found.size() != operations) {
            throw new IllegalStateException(found.size() + " results for " + operations + " requests");
        }
        results = found;
    }

    void fail(Throwable why) {
        failure = why;
    }

    boolean isCommitted() {
        return failure == null;
    }

    /** Whether waking the callers takes little beside a commit, so that they may be back before the next one begins. */
    boolean isSoonSettled() {
        return calls.size() > 1 && calls.size() * NANOS_PER_CALL < System.nanoTime() - begin;
    }

    /** Tells each caller what came of its call. Whoever led for them may be the reason of a failure, too. */
    void settle() {
        boolean inCompany = calls.size() > 1 || !leader().isOfThisThread();
        int offset = 0;
        for (Call<Q, R> call : calls) {
            if (failure == null) {
                call.succeed(results, offset);
            } else {
                call.fail(failure, inCompany);
            }
            offset += call.requests().size();
        }
    }

    private List<Q> requests() {
        if (calls.size() == 1) {
            return calls.get(0).requests();
        }
        List<Q> all = new ArrayList<>(operations);
        for (Call<Q, R> call : calls) {
            all.addAll(call.requests());
        }
        return all;
    }
}
