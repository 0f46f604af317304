package io.tokeneconomy.ledger.engine.gather;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One caller's requests on their way through a lane and back. Made by the thread that waits for them. */
final class Call<Q, R> {

    private enum State {
        WAITING,
        LEADING,
        SETTLED
    }

    private final List<Q> requests;
    private final int account;
    private final long weight;
    private final boolean begun;
    private final Thread caller = Thread.currentThread();
    private boolean interrupted;

    private List<@Nullable R> results = List.of();
    private int offset;
    private @Nullable Throwable failure;
    private boolean inCompany;

    /** Written after the fields above, and read before them. */
    private volatile State state = State.WAITING;

    /**
     * @param requests go together, in this order
     * @param account a hash of the first one's account
     * @param weight of all of them
     * @param begun whether a batch that held them has failed, so that they may be committed already
     */
    Call(List<Q> requests, int account, long weight, boolean begun) {
        this.requests = requests;
        this.account = account;
        this.weight = weight;
        this.begun = begun;
    }

    List<Q> requests() {
        return requests;
    }

    int account() {
        return account;
    }

    long weight() {
        return weight;
    }

    boolean isBegun() {
        return begun;
    }

    boolean isOfThisThread() {
        return caller == Thread.currentThread();
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean isLeading() {
        return state == State.LEADING;
    }

    void lead() {
        state = State.LEADING;
        LockSupport.unpark(caller);
    }

    void succeed(List<@Nullable R> batchResults, int first) {
        results = batchResults;
        offset = first;
        settle();
    }

    void fail(Throwable why, boolean company) {
        failure = why;
        inCompany = company;
        settle();
    }

    private void settle() {
        state = State.SETTLED;
        if (!isOfThisThread()) {
            LockSupport.unpark(caller);
        }
    }

    /** Null when others were in the way of this request. */
    @Nullable
    R result(int index) {
        return results.get(offset + index);
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether it failed together with others, any of whom may be the reason. */
    boolean failedInCompany() {
        return inCompany;
    }

    /** Whether the caller was interrupted; the work is not, as it may be for others. */
    boolean putInterruptAside() {
        interrupted |= Thread.interrupted();
        return interrupted;
    }

    void restoreInterrupt() {
        if (interrupted) {
            caller.interrupt();
        }
    }
}
